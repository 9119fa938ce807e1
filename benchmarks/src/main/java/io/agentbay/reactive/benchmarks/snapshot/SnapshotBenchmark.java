package io.agentbay.reactive.benchmarks.snapshot;

import io.agentbay.reactive.benchmarks.transfer.Tree;
import io.agentbay.reactive.common.Selector;
import io.agentbay.reactive.local.AgentBayLocal;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** First snapshot, unchanged snapshot and restore of one tree: this client and restic take turns. */
@Command(name = "snapshot-benchmark", mixinStandardHelpOptions = true)
public final class SnapshotBenchmark implements Callable<Integer> {

    private static final List<String> STEPS = List.of("first snapshot", "unchanged snapshot", "restore");

    @Option(names = "--files", defaultValue = "10000", description = "how many files")
    private int files;

    @Option(names = "--mib", defaultValue = "1024", description = "their bytes in all")
    private int mib;

    @Option(names = "--rounds", defaultValue = "3", description = "turns of each; the median counts")
    private int rounds;

    private final Map<String, List<Took>> took = new HashMap<>();
    private final Map<String, Long> stored = new HashMap<>();

    /** Runs and prints a table. */
    public static void main(String[] args) {
        System.exit(new CommandLine(new SnapshotBenchmark()).execute(args));
    }

    @Override
    public Integer call() throws IOException {
        Restic.require();
        var work = Files.createTempDirectory("snapshot-benchmark-");
        var source = work.resolve("source");
        MixedTree.write(source, files, (long) mib << 20);
        try (var service = AgentBayLocal.start(work.resolve("service"))) {
            fill(service, source);
            run(work, source, new ArrayList<>(List.of(new OurKeeper(service), new Restic(source))));
        } finally {
            Tree.delete(work);
        }
        return 0;
    }

    private static void fill(AgentBayLocal service, Path source) {
        var contexts = service.client().contexts();
        contexts.getOrCreate(OurKeeper.CONTEXT)
                .flatMap(context -> contexts.files(context).copyFrom(source, OurKeeper.MOUNT, Selector.all()))
                .block();
    }

    private void run(Path work, Path source, List<Keeper> keepers) throws IOException {
        for (int round = 0; round < rounds; round++) {
            for (var keeper : keepers) {
                turn(keeper, work.resolve("store"), work.resolve("target"), source);
                Tree.delete(work.resolve("store"));
                Tree.delete(work.resolve("target"));
            }
            Collections.rotate(keepers, 1);
        }
        System.out.printf("%,d files, %,d bytes%n%n", files, MixedTree.size(source));
        print();
    }

    private void turn(Keeper keeper, Path store, Path target, Path source) throws IOException {
        add(STEPS.get(0), keeper, keeper.snapshot(store));
        stored.put(keeper.name(), MixedTree.size(store));
        add(STEPS.get(1), keeper, keeper.snapshot(store));
        add(STEPS.get(2), keeper, keeper.restore(store, target));
        Tree.requireSame(source, keeper.restored(target));
    }

    private void add(String step, Keeper keeper, Took one) {
        took.computeIfAbsent(step + keeper.name(), first -> new ArrayList<>()).add(one);
    }

    private void print() {
        System.out.println("| | this client: s, CPU s | restic: s, CPU s | ratio: time, CPU |");
        System.out.println("|---|---|---|---|");
        for (var step : STEPS) {
            var ours = Took.median(took.getOrDefault(step + "this client", List.of()));
            var restic = Took.median(took.getOrDefault(step + "restic", List.of()));
            System.out.printf(
                    Locale.ROOT,
                    "| %s | %.1f, %.1f | %.1f, %.1f | %.2f, %.2f |%n",
                    step,
                    ours.seconds(),
                    ours.cpuSeconds(),
                    restic.seconds(),
                    restic.cpuSeconds(),
                    ours.seconds() / restic.seconds(),
                    ours.cpuSeconds() / restic.cpuSeconds());
        }
        var ours = stored.getOrDefault("this client", 0L);
        var restic = stored.getOrDefault("restic", 0L);
        System.out.printf(
                Locale.ROOT, "| stored, MB | %.1f | %.1f | %.2f |%n", ours / 1e6, restic / 1e6, (double) ours / restic);
    }
}
