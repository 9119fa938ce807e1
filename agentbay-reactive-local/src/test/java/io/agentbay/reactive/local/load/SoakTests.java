package io.agentbay.reactive.local.load;

import static org.assertj.core.api.Assertions.assertThat;

import io.agentbay.reactive.local.AgentBayLocal;
import io.agentbay.reactive.local.LocalOptions;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.ToLongFunction;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Isolated;
import reactor.core.publisher.Mono;

/**
 * A mixed load with faults, for {@code -Dsoak.minutes} (30), after which client and service hold no more than near its
 * beginning. The figures are printed and kept in {@code target/soak.md}.
 */
@Tag("slow")
@Isolated("measures the whole JVM")
class SoakTests {

    private static final Duration LENGTH = Duration.ofMinutes(Integer.getInteger("soak.minutes", 30));
    private static final int SAMPLES = 30;
    private static final long MIB = 1L << 20;

    @Test
    @Timeout(value = 3, unit = TimeUnit.HOURS)
    void memoryStaysFlat(@TempDir Path data) throws IOException {
        List<Usage> usages = new ArrayList<>();
        try (var local = AgentBayLocal.start(data, options())) {
            var client = local.clientBuilder().build();
            var load = new MixedLoad(local, client);
            var running = load.run(LENGTH).subscribe();
            for (int sample = 0; sample < SAMPLES; sample++) {
                Mono.delay(LENGTH.dividedBy(SAMPLES)).block();
                usages.add(Usage.now(load));
                print(usages.get(sample));
            }
            running.dispose();
            keep(usages, load);
            local.faults().clear();
            client.shutdown(Duration.ofMinutes(3)).block();
            assertThat(load.surprises()).isEmpty();
            assertThat(load.kinds()).as("what was done").hasSize(MixedLoad.KINDS);
        }
        assertFlat(usages);
    }

    /** What the service remembers of the past by design is short here, so that the rest can be told from it. */
    private static LocalOptions options() {
        return LocalOptions.defaults()
                .model(model -> model.sessions(s -> s.endedFor(Duration.ofSeconds(30)))
                        .tasks(t -> t.keptFor(Duration.ofSeconds(30))));
    }

    /** The last third against the third after the first, which fills caches and pools. */
    private static void assertFlat(List<Usage> usages) {
        assertFlat("heap after collection", usages, Usage::heap, 16 * MIB);
        assertFlat("direct memory", usages, Usage::direct, 16 * MIB);
        assertFlat("threads", usages, Usage::threads, 12);
        assertFlat("descriptors", usages, Usage::descriptors, 40);
        assertFlat("connections", usages, Usage::connections, 40);
    }

    private static void assertFlat(String what, List<Usage> usages, ToLongFunction<Usage> figure, long slack) {
        int third = usages.size() / 3;
        long before = median(usages.subList(third, 2 * third), figure);
        long after = median(usages.subList(2 * third, usages.size()), figure);
        assertThat(after).as("%s, which was %d", what, before).isLessThanOrEqualTo(before + slack);
    }

    private static long median(List<Usage> usages, ToLongFunction<Usage> figure) {
        return usages.stream()
                .mapToLong(figure)
                .sorted()
                .skip(usages.size() / 2)
                .findFirst()
                .orElseThrow();
    }

    private static void print(Usage usage) {
        System.out.println(usage.row());
        System.out.flush();
    }

    private static void keep(List<Usage> usages, MixedLoad load) throws IOException {
        List<String> lines = new ArrayList<>(List.of(Usage.HEAD, Usage.RULE));
        usages.forEach(usage -> lines.add(usage.row()));
        lines.add("");
        lines.add("Done: " + load.kinds());
        lines.add("Failed as faults made them: " + load.failures());
        System.out.println(String.join(System.lineSeparator(), lines.subList(usages.size() + 2, lines.size())));
        Files.createDirectories(Path.of("target"));
        Files.write(Path.of("target", "soak.md"), lines);
    }
}
