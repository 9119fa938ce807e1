package io.agentbay.reactive.benchmarks.transfer;

import io.agentbay.reactive.AgentBayClient;
import io.agentbay.reactive.local.AgentBayLocal;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Many small files up and down: this client and bare Reactor Netty take turns on one embedded service. */
@Command(name = "transfer-benchmark", mixinStandardHelpOptions = true)
public final class TransferBenchmark implements Callable<Integer> {

    private static final double NANOS_PER_SECOND = 1e9;

    @Option(names = "--files", defaultValue = "20000", description = "how many files")
    private int files;

    @Option(names = "--most-bytes", defaultValue = "4096", description = "the largest of them; sizes are spread evenly")
    private int mostBytes;

    @Option(names = "--rounds", defaultValue = "3", description = "turns of each; the median counts")
    private int rounds;

    @Option(
            names = "--at-once",
            defaultValue = "32",
            description = "files under way at once in the bare client, as in this one")
    private int atOnce;

    private final Map<String, List<Double>> seconds = new TreeMap<>();

    /** Runs and prints a table. */
    public static void main(String[] args) {
        System.exit(new CommandLine(new TransferBenchmark()).execute(args));
    }

    @Override
    public Integer call() throws Exception {
        var work = Files.createTempDirectory("transfer-benchmark-");
        var source = Files.createDirectory(work.resolve("source"));
        Tree.make(source, files, mostBytes);
        try (var local = AgentBayLocal.start(work.resolve("service"))) {
            run(local, work, source);
        } finally {
            Tree.delete(work);
        }
        return 0;
    }

    private void run(AgentBayLocal local, Path work, Path source) throws IOException {
        List<Mover> movers = new ArrayList<>(List.of(
                new OurMover(local.clientBuilder().build()),
                new BareMover(local.endpoint().toString(), local.apiKey(), atOnce)));
        for (int round = 0; round <= rounds; round++) {
            for (Mover mover : movers) {
                turn(mover, local.client(), work, source, round);
            }
            Collections.rotate(movers, 1);
        }
        print();
        movers.forEach(Mover::close);
    }

    /** The first round is practice: whoever runs first would pay for compiling what both use. */
    private void turn(Mover mover, AgentBayClient client, Path work, Path source, int round) throws IOException {
        var name = mover.name().replace(' ', '-') + "-" + round;
        var context = Objects.requireNonNull(client.contexts().getOrCreate(name).block())
                .id();
        var target = Files.createDirectory(work.resolve("target"));
        double up = timed(() -> mover.up(source, context));
        double down = timed(() -> mover.down(context, target));
        Tree.requireSame(source, target);
        Tree.delete(target);
        client.contexts().delete(context).block();
        if (round > 0) {
            seconds.computeIfAbsent("up, " + mover.name(), first -> new ArrayList<>())
                    .add(up);
            seconds.computeIfAbsent("down, " + mover.name(), first -> new ArrayList<>())
                    .add(down);
        }
    }

    private static double timed(Runnable work) {
        long before = System.nanoTime();
        work.run();
        return (System.nanoTime() - before) / NANOS_PER_SECOND;
    }

    private void print() {
        System.out.println("| " + files + " files | seconds | files/s | against bare Reactor Netty |");
        System.out.println("|---|---|---|---|");
        seconds.forEach((name, all) -> {
            var bare = median(
                    Objects.requireNonNull(seconds.get(name.substring(0, name.indexOf(',')) + ", bare Reactor Netty")));
            System.out.printf(
                    Locale.ROOT,
                    "| %s | %.2f | %.0f | %.2f |%n",
                    name,
                    median(all),
                    files / median(all),
                    median(all) / bare);
        });
    }

    private static double median(List<Double> all) {
        return all.stream().sorted().skip(all.size() / 2).findFirst().orElseThrow();
    }
}
