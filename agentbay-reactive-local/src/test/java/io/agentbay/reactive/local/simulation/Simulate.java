package io.agentbay.reactive.local.simulation;

import io.agentbay.reactive.local.simulation.planted.Bugs;
import io.agentbay.reactive.local.simulation.planted.Hunt;
import io.agentbay.reactive.local.simulation.report.Coverage;
import io.agentbay.reactive.local.simulation.report.Tables;
import io.agentbay.reactive.local.simulation.shrink.Shrinker;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** The command {@code ./simulate}: runs seeds and says what came of them. */
@Command(
        name = "./simulate",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        description = "Runs client and service on simulated time, network and disks, and checks every claim.")
public final class Simulate implements Runnable {

    private static final int SHRINKING_RUNS = 600;
    private static final Path DOCS = Path.of("docs", "correctness.md");

    @Option(names = "--seeds", description = "How many seeds to run; 2,000 by default.")
    private long seeds = 2_000;

    @Option(names = "--from", description = "The first seed; 0 by default.")
    private long from;

    @Option(names = "--workers", description = "Worlds at the same time; the number of processors by default.")
    private int workers = Runtime.getRuntime().availableProcessors();

    @Option(names = "--replay", description = "Runs one schedule, as a failure prints it, and prints its history.")
    private @Nullable String replay;

    @Option(names = "--seconds", description = "Runs seeds for so long instead of so many.")
    private long seconds;

    @Option(names = "--strike", description = "Cancels and crashes twelve scenarios at every event.")
    private boolean strike;

    @Option(names = "--pairs", description = "Runs one client against all pairs of guesses about the service.")
    private boolean pairs;

    @Option(names = "--planted", description = "Looks for each planted bug in at most so many seeds (see --seeds).")
    private boolean planted;

    @Option(names = "--docs", description = "Measures what docs/correctness.md says, and writes it there.")
    private boolean docs;

    @Option(names = "--bug", description = "With --planted: only bugs whose name contains this.")
    private String bug = "";

    private final Coverage coverage = new Coverage();
    private final AtomicLong next = new AtomicLong();
    private volatile @Nullable Outcome failed;

    private Simulate() {}

    /** Runs; see {@code ./simulate --help}. */
    public static void main(String[] args) {
        System.exit(new CommandLine(new Simulate()).execute(args));
    }

    @Override
    public void run() {
        if (replay != null) {
            show(Run.of(Schedule.parse(replay)));
        } else if (strike) {
            new Strikes(workers).run();
        } else if (pairs) {
            pairs();
        } else if (docs) {
            document();
        } else if (planted) {
            hunt();
        } else {
            search();
        }
    }

    private void pairs() {
        var pairs = Pairs.run(workers);
        System.out.print(pairs.text());
        if (!pairs.falseSuccesses().isEmpty()) {
            throw new IllegalStateException("a world yields a false success");
        }
    }

    /** Measures everything anew. */
    private void document() {
        var worlds = Pairs.run(workers);
        Tables.PAIRS.write(DOCS, Tables.guesses(worlds.runs(), worlds.falseFailures()));
        Tables.PLANTED.write(
                DOCS, Tables.planted(found().stream().filter(Hunt.Found::found).toList()));
    }

    private List<Hunt.Found> found() {
        var wanted =
                Bugs.all().stream().filter(each -> each.name().contains(bug)).toList();
        return Workers.map(workers, wanted, each -> {
            var found = Hunt.of(each, seeds);
            tell(found);
            return found;
        });
    }

    private void hunt() {
        var found = found();
        long missed = found.stream().filter(each -> !each.found()).count();
        System.out.println(found.size() - missed + " of " + found.size() + " planted bugs found");
        if (missed > 0) {
            throw new CommandLine.ExecutionException(new CommandLine(new Simulate()), missed + " bugs not found");
        }
    }

    private static void tell(Hunt.Found found) {
        System.out.printf(
                Locale.ROOT,
                "%-6d %-12s %s%n",
                found.seeds(),
                found.invariants(),
                found.bug().name());
    }

    private void search() {
        long began = System.nanoTime();
        next.set(from);
        List<Thread> threads = IntStream.range(0, workers)
                .mapToObj(n -> new Thread(() -> work(began), "world-" + n))
                .toList();
        threads.forEach(Thread::start);
        threads.forEach(Simulate::join);
        double took = (System.nanoTime() - began) / 1e9;
        System.out.print(coverage.text());
        System.out.printf(
                Locale.ROOT, "%d seeds in %.0f s, %.0f seeds/s%n", coverage.runs(), took, coverage.runs() / took);
        var failure = failed;
        if (failure == null) {
            System.out.println("no violation");
        } else {
            tell(failure);
        }
    }

    private void work(long began) {
        while (failed == null && !isOver(began)) {
            long seed = next.getAndIncrement();
            if (seconds == 0 && seed >= from + seeds) {
                return;
            }
            var outcome = Run.of(seed);
            coverage.add(outcome);
            if (!outcome.violations().isEmpty()) {
                failed = outcome;
            }
        }
    }

    private boolean isOver(long began) {
        return seconds > 0 && System.nanoTime() - began > seconds * 1_000_000_000L;
    }

    private static void join(Thread thread) {
        try {
            thread.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static void tell(Outcome failure) {
        System.out.println("seed " + failure.schedule() + " violates " + failure.violations());
        System.out.println("shrinking ...");
        var smallest = new Shrinker(Run::of, SHRINKING_RUNS).shrink(failure);
        show(smallest);
        throw new CommandLine.ExecutionException(
                new CommandLine(new Simulate()), "violated; run it again: ./simulate --replay " + smallest.schedule());
    }

    private static void show(Outcome outcome) {
        System.out.print(outcome.history());
        outcome.violations().forEach(System.out::println);
        System.out.println("history " + outcome.hash());
        System.out.println("schedule " + outcome.schedule());
        if (outcome.violations().isEmpty()) {
            System.out.println("no violation");
        }
    }
}
