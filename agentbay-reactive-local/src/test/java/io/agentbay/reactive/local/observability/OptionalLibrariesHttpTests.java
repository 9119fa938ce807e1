package io.agentbay.reactive.local.observability;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import io.agentbay.reactive.local.AgentBayLocal;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.micrometer.observation.ObservationRegistry;
import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The client works, with meters, where the libraries for tracing are not on the class path. */
class OptionalLibrariesHttpTests {

    @Test
    void aClientWorksWithoutThem(@TempDir Path temp) throws Exception {
        var output = temp.resolve("output");
        var process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-XX:+UseSerialGC",
                        "-cp",
                        withoutTracing(),
                        Program.class.getName(),
                        temp.resolve("data").toString())
                .redirectErrorStream(true)
                .redirectOutput(output.toFile())
                .start();
        try {
            assertThat(process.waitFor(2, TimeUnit.MINUTES)).isTrue();
            assertThat(Files.readString(output)).contains("reached VERIFIED");
        } finally {
            process.destroyForcibly();
        }
    }

    private static String withoutTracing() {
        return Stream.of(System.getProperty("java.class.path").split(File.pathSeparator))
                .filter(entry -> !entry.contains("reactor-core-micrometer") && !entry.contains("context-propagation"))
                .collect(Collectors.joining(File.pathSeparator));
    }

    /** Runs where those libraries are not. */
    static final class Program {

        private Program() {}

        public static void main(String[] args) {
            var meters = new SimpleMeterRegistry();
            try (var local = AgentBayLocal.start(Path.of(args[0]));
                    var client = local.clientBuilder().meterRegistry(meters).build()) {
                assertThatIllegalStateException()
                        .isThrownBy(() -> local.clientBuilder().observationRegistry(ObservationRegistry.create()))
                        .withMessageContaining("reactor-core-micrometer");
                var report = new Work(client).persist("plain").block(Duration.ofMinutes(1));
                assertThat(meters.get("agentbay.calls").timers()).isNotEmpty();
                System.out.println("reached "
                        + Objects.requireNonNull(report)
                                .mounts()
                                .get(0)
                                .outcome()
                                .level());
            }
        }
    }
}
