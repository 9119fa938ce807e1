package io.agentbay.reactive.local.simulation;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class OtherJvmTests {

    private static final int SEEDS = 4;

    /** What the other JVM runs. */
    static final class Histories {
        private Histories() {}

        public static void main(String[] args) {
            System.out.print(of());
        }

        static String of() {
            return LongStream.range(0, SEEDS)
                    .mapToObj(seed -> Run.of(seed).history())
                    .collect(Collectors.joining("----\n"));
        }
    }

    @Test
    void aSeedHasTheSameHistoryUnderAnotherLocaleTimeZoneAndNumberOfProcessors() throws IOException {
        var other = new ProcessBuilder(List.of(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Duser.language=tr",
                        "-Duser.country=TR",
                        "-Duser.timezone=Asia/Kathmandu",
                        "-XX:ActiveProcessorCount=1",
                        "-XX:+UseSerialGC",
                        "-Dorg.slf4j.simpleLogger.defaultLogLevel=off",
                        "-cp",
                        System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")),
                        Histories.class.getName()))
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        var histories = new String(other.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(histories).isEqualTo(Histories.of()).contains("invoke");
    }
}
