package io.agentbay.reactive.local.simulation;

import io.agentbay.reactive.local.simulation.Watched.EndlessException;
import io.agentbay.reactive.local.simulation.report.Coverage;
import io.agentbay.reactive.local.simulation.shrink.Shrinker;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Function;
import java.util.function.LongPredicate;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** Runs seeds until one violates something, says what came of them, and shrinks the one that does. */
final class Search {

    private static final int SHRINKING_RUNS = 600;

    private final Kind kind;
    private final int workers;
    private final Function<Schedule, Outcome> run;
    private final Coverage coverage = new Coverage();
    private final AtomicLong next = new AtomicLong();
    private volatile @Nullable Outcome failed;
    private volatile @Nullable RuntimeException broken;

    Search(Kind kind, int workers) {
        this(kind, workers, Run::of);
    }

    Search(Kind kind, int workers, Function<Schedule, Outcome> run) {
        this.kind = kind;
        this.workers = workers;
        this.run = run;
    }

    /** So many seeds from this one on; whether nothing was violated. */
    boolean seeds(long from, long count) {
        next.set(from);
        return run(seed -> seed < from + count);
    }

    /** Seeds from this one on for so long; whether nothing was violated. */
    boolean seconds(long from, long seconds) {
        next.set(from);
        long began = System.nanoTime();
        return run(seed -> System.nanoTime() - began < seconds * 1_000_000_000L);
    }

    private boolean run(LongPredicate goesOn) {
        long began = System.nanoTime();
        var threads = IntStream.range(0, workers)
                .mapToObj(n -> new Thread(() -> work(goesOn), "world-" + n))
                .toList();
        threads.forEach(Thread::start);
        threads.forEach(Search::join);
        double took = (System.nanoTime() - began) / 1e9;
        System.out.print(coverage.text());
        System.out.printf(
                Locale.ROOT, "%d seeds in %.0f s, %.0f seeds/s%n", coverage.runs(), took, coverage.runs() / took);
        return told();
    }

    private void work(LongPredicate goesOn) {
        while (failed == null && broken == null) {
            long seed = next.getAndIncrement();
            if (!goesOn.test(seed)) {
                return;
            }
            one(Schedule.of(kind, seed));
        }
    }

    private void one(Schedule schedule) {
        try {
            var outcome = Watched.run("seed " + schedule, () -> run.apply(schedule));
            coverage.add(outcome);
            if (!outcome.violations().isEmpty()) {
                failed = outcome;
            }
        } catch (RuntimeException noOutcome) {
            broken = noOutcome;
        }
    }

    private static void join(Thread thread) {
        try {
            thread.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private boolean told() {
        var failure = failed;
        var noOutcome = broken;
        if (failure != null) {
            shrink(failure);
        } else if (noOutcome instanceof EndlessException) {
            System.out.println("I7: " + noOutcome.getMessage());
        } else if (noOutcome != null) {
            System.out.println("The simulation failed with " + noOutcome.getMessage() + ": " + noOutcome.getCause());
            noOutcome.printStackTrace();
        } else {
            System.out.println("no violation");
        }
        return failure == null && noOutcome == null;
    }

    private static void shrink(Outcome failure) {
        System.out.println("seed " + failure.schedule() + " violates " + failure.violations());
        System.out.println("shrinking ...");
        var smallest = new Shrinker(Run::of, SHRINKING_RUNS).shrink(failure);
        show(smallest);
        System.out.println("violated; run it again: ./simulate --replay '" + smallest.schedule() + "'");
    }

    /** Runs one schedule and prints its history; whether nothing was violated. */
    static boolean replay(Schedule schedule) {
        var outcome = Run.of(schedule);
        show(outcome);
        if (outcome.violations().isEmpty()) {
            System.out.println("no violation");
        }
        return outcome.violations().isEmpty();
    }

    private static void show(Outcome outcome) {
        System.out.print(outcome.history());
        outcome.violations().forEach(System.out::println);
        System.out.println("history " + outcome.hash());
        System.out.println("schedule " + outcome.schedule());
    }
}
