package io.agentbay.reactive.local.snapshot;

import static org.assertj.core.api.Assertions.assertThat;

import io.agentbay.reactive.common.Selector;
import io.agentbay.reactive.local.AgentBayLocal;
import io.agentbay.reactive.local.transfer.SmallJvm;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** Snapshots of a tree by a client with a heap of 128 MiB: what they ask for and move, and that all comes back. */
final class SnapshotScale {

    private static final Duration LONG = Duration.ofMinutes(10);

    private final SnapshotTree tree;
    private final Path directory;
    private final Map<String, long[]> steps = new HashMap<>();

    SnapshotScale(SnapshotTree tree, Path directory) {
        this.tree = tree;
        this.directory = directory;
    }

    /** Of each step: requests, bytes on the wire, milliseconds, then what the step says. */
    void run() throws IOException, InterruptedException {
        var source = directory.resolve("source");
        tree.write(source);
        try (var local = AgentBayLocal.start(directory.resolve("data"))) {
            fill(local, source);
            var said = new SmallJvm(directory)
                    .run(
                            "-Xmx128m",
                            SnapshotProgram.class,
                            local.endpoint().toString(),
                            local.apiKey(),
                            String.valueOf(tree.files()),
                            String.valueOf(tree.scale()),
                            directory.resolve("restored").toString());
            System.out.println(said);
            said.lines().filter(line -> !line.startsWith("VmHWM")).forEach(this::add);
        }
    }

    private static void fill(AgentBayLocal local, Path source) {
        var contexts = local.client().contexts();
        contexts.getOrCreate(SnapshotTree.CONTEXT)
                .flatMap(context ->
                        contexts.files(context).copyFrom(source.resolve("mnt/data"), "/mnt/data", Selector.all()))
                .block(LONG);
    }

    private void add(String line) {
        var words = line.split(" ");
        steps.put(
                words[0],
                Arrays.stream(words).skip(1).mapToLong(Long::parseLong).toArray());
    }

    void requireSmallHeap() {
        assertThat(steps.get("heap")[0]).isPositive().isLessThanOrEqualTo(SnapshotProgram.HEAP);
        assertThat(steps.get("verify")[3]).isPositive();
        assertThat(steps.get("restore")[3]).isPositive();
    }

    void requireLittleWhereNothingChanged() {
        var first = steps.get("first");
        var second = steps.get("second");
        assertThat(first[3]).isEqualTo(tree.files());
        assertThat(second[3]).isEqualTo(tree.files());
        assertThat(second[4]).isZero();
        assertThat(second[0]).isLessThanOrEqualTo(2L * tree.pages() + 10);
        assertThat(second[1]).isPositive().isLessThan(first[1] / 100);
    }

    /** Ten files are read and at most ten objects written, two requests each; one look whether they are there. */
    void requireTenWhereTenChanged() {
        var third = steps.get("third");
        var bytes = Arrays.stream(tree.tenOfThem()).mapToLong(tree::size).sum();
        assertThat(third[4]).isEqualTo(bytes);
        assertThat(third[1]).isLessThan(2 * bytes + steps.get("second")[1] * 2);
        assertThat(third[0]).isLessThanOrEqualTo(2L * tree.pages() + 10 + 2 * 10 + 2 * 10 + 1);
    }

    void requireEveryByteBack() throws IOException {
        Set<Integer> changed = Arrays.stream(tree.tenOfThem()).boxed().collect(Collectors.toSet());
        for (int number = 0; number < tree.files(); number++) {
            var file = directory.resolve("restored").resolve(tree.path(number).substring(1));
            var wanted = changed.contains(number) ? tree.changed(number) : tree.content(number);
            if (!Arrays.equals(Files.readAllBytes(file), wanted)) {
                throw new AssertionError("other bytes: " + file);
            }
        }
    }
}
