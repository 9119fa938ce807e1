package io.agentbay.reactive.local.durability;

import static org.assertj.core.api.Assertions.assertThat;

import io.agentbay.reactive.local.Main;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The stand-alone service in a JVM of its own. */
final class ServiceProcess implements AutoCloseable {

    static final String KEY = "akm-of-this-test";

    private static final Pattern ENDPOINT = Pattern.compile("http://127\\.0\\.0\\.1:\\d+");

    private final Process process;
    private final String endpoint;

    private ServiceProcess(Process process, String endpoint) {
        this.process = process;
        this.endpoint = endpoint;
    }

    /** Starts it, perhaps under a tracer, and returns when it listens. */
    static ServiceProcess start(Path data, Path errors, String... tracer) throws IOException {
        Process process = new ProcessBuilder(command(data, tracer))
                .redirectError(ProcessBuilder.Redirect.appendTo(errors.toFile()))
                .start();
        BufferedReader out = process.inputReader();
        String line = out.readLine();
        while (line != null) {
            Matcher endpoint = ENDPOINT.matcher(line);
            if (endpoint.find()) {
                return new ServiceProcess(process, endpoint.group());
            }
            line = out.readLine();
        }
        process.destroyForcibly();
        throw new IOException("The service did not start, see " + errors);
    }

    private static List<String> command(Path data, String... tracer) {
        List<String> command = new ArrayList<>(List.of(tracer));
        command.addAll(List.of(
                ProcessHandle.current().info().command().orElse("java"),
                "-XX:TieredStopAtLevel=1",
                "-XX:+UseSerialGC",
                "-cp",
                System.getProperty("java.class.path"),
                Main.class.getName(),
                "--data",
                data.toString(),
                "--key",
                KEY));
        return command;
    }

    WireClient client() {
        return new WireClient(endpoint, KEY);
    }

    /** SIGKILL, to whatever it runs under as well. */
    void kill() throws InterruptedException {
        process.descendants().forEach(ProcessHandle::destroyForcibly);
        process.destroyForcibly();
        assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
    }

    @Override
    public void close() throws InterruptedException {
        kill();
    }
}
