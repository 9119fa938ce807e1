package io.agentbay.reactive.examples.guide;

import io.agentbay.reactive.AgentBayClient;
import io.agentbay.reactive.error.AgentBayException;
import io.agentbay.reactive.event.OperationEvent;
import io.agentbay.reactive.examples.console.OperationView;
import io.agentbay.reactive.local.AgentBayLocal;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.nio.charset.Charset;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;

/** Runs sections of the guide against the embedded service, or against the real one. */
@Command(
        name = "guide",
        mixinStandardHelpOptions = true,
        description = "Runs sections of docs/guide.md; without a name, lists them.",
        exitCodeListHeading =
                "%nExit code: 0 when every section did what it says, 1 when not, 2 for wrong arguments.%n")
public final class Guide implements Callable<Integer> {

    @Parameters(paramLabel = "SECTION", description = "which sections to run, or: all")
    private List<String> names = List.of();

    @Option(
            names = "--data",
            paramLabel = "DIR",
            description = "where the embedded service keeps its data (default: target/guide-data)")
    private @Nullable Path data;

    @Option(names = "--remote", description = "use the real service, with the key in AGENTBAY_API_KEY")
    private boolean remote;

    @Option(
            names = "--json",
            description = "print what happens as events, one JSON object to a line; docs/events.md has the fields")
    private boolean json;

    private final CommandLine command;
    private final PrintStream out;
    private final PrintStream err;

    private Guide(PrintStream out, PrintStream err) {
        this.out = out;
        this.err = err;
        this.command = new CommandLine(this)
                .setOut(new PrintWriter(out, true, Charset.defaultCharset()))
                .setErr(new PrintWriter(err, true, Charset.defaultCharset()));
    }

    /** Runs and exits with 0 only when every section did what it says. */
    public static void main(String[] args) {
        System.exit(run(System.out, System.err, args));
    }

    static int run(PrintStream out, PrintStream err, String... args) {
        return new Guide(out, err).command.execute(args);
    }

    @Override
    public Integer call() {
        if (names.isEmpty()) {
            listSections();
            return 0;
        }
        return runAll(sections());
    }

    private void listSections() {
        for (var section : GuideSection.values()) {
            out.printf("  %-26s %s%n", section.command(), section.title());
        }
    }

    private List<GuideSection> sections() {
        return names.contains("all")
                ? List.of(GuideSection.values())
                : names.stream().map(this::section).toList();
    }

    private GuideSection section(String name) {
        return GuideSection.of(name)
                .orElseThrow(() -> new ParameterException(
                        command, "There is no section " + name + "; run without a name to see all of them."));
    }

    private int runAll(List<GuideSection> sections) {
        if (remote) {
            try (var client = AgentBayClient.create()) {
                return runAll(sections, client);
            }
        }
        try (var local = AgentBayLocal.start(dataDirectory())) {
            return runAll(sections, local.client());
        }
    }

    private int runAll(List<GuideSection> sections, AgentBayClient client) {
        var failed =
                sections.stream().filter(section -> !succeeds(section, client)).count();
        return failed == 0 ? 0 : 1;
    }

    private boolean succeeds(GuideSection section, AgentBayClient client) {
        try (var view = OperationView.of(json, out, err)) {
            view.text().println("== " + section.title());
            section.program(client, view.text())
                    .run()
                    .contextWrite(OperationEvent.listener(view::show))
                    .block();
            return true;
        } catch (AgentBayException e) {
            err.println("guide: " + section.command() + ": " + e.getMessage());
            return false;
        }
    }

    private Path dataDirectory() {
        var home = Path.of(System.getProperty("agentbay.home", "")).toAbsolutePath();
        return data == null ? home.resolve("target").resolve("guide-data") : data;
    }
}
