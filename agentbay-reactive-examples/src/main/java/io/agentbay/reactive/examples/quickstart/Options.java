package io.agentbay.reactive.examples.quickstart;

import java.nio.file.Path;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** What was asked for on the command line. */
final class Options {

    @Parameters(
            arity = "0..1",
            paramLabel = "DIRECTORY",
            description = "what to save; without it, this project's own sources without .git and target")
    @Nullable
    Path directory;

    @Option(
            names = "--data",
            paramLabel = "DIR",
            description = "where the embedded service keeps its data (default: target/agentbay-data)")
    @Nullable
    Path data;

    @Option(
            names = "--mount",
            paramLabel = "PATH",
            defaultValue = "/mnt/data",
            description = "where the context is mounted in the sessions (default: ${DEFAULT-VALUE})")
    String mount = "/mnt/data";

    @Option(
            names = "--context",
            paramLabel = "NAME",
            description = "the context to save to (default: quick-start- and the directory's name)")
    @Nullable
    String context;

    @Option(names = "--remote", description = "use the real service, with the key in AGENTBAY_API_KEY")
    boolean remote;

    @Option(
            names = "--endpoint",
            paramLabel = "HOST[:PORT]|URI",
            description = "use the service at this address, with the key in AGENTBAY_API_KEY")
    @Nullable
    String endpoint;

    @Option(names = "--stacktrace", description = "show where an error comes from")
    boolean stacktrace;

    @Option(
            names = "--json",
            description = "print what happens as events, one JSON object to a line, and the report to standard error")
    boolean json;

    /** The project this program belongs to, for its defaults. */
    Path home() {
        return Path.of(System.getProperty("agentbay.home", "")).toAbsolutePath().normalize();
    }

    boolean embedded() {
        return !remote && endpoint == null;
    }

    Path source() {
        return directory == null ? home() : directory.toAbsolutePath().normalize();
    }

    Path dataDirectory() {
        return data == null
                ? home().resolve("target").resolve("agentbay-data")
                : data.toAbsolutePath().normalize();
    }

    String contextName() {
        if (context != null) {
            return context;
        }
        var name = source().getFileName();
        var plain = name == null ? "root" : name.toString().replaceAll("[^A-Za-z0-9]+", "-");
        return "quick-start-" + plain.replaceAll("^-|-$", "").toLowerCase(Locale.ROOT);
    }
}
