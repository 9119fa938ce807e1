package io.agentbay.reactive.local.simulation;

import io.agentbay.reactive.local.simulation.planted.Bug;
import io.agentbay.reactive.local.simulation.planted.Hunt.Found;
import io.agentbay.reactive.local.simulation.report.Tables;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** The command {@code ./simulate}: runs seeds and says what came of them. */
@Command(
        name = "./simulate",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        description = "Runs client and service on simulated time, network and disks, and checks every claim.",
        exitCodeListHeading = "Exit codes:%n",
        exitCodeList = {
            "0:nothing was violated",
            "1:something was violated, or a planted bug was not found",
            "2:the options make no sense"
        })
public final class Simulate implements Callable<Integer> {

    private static final Path DOCS = Path.of("docs", "correctness.md");

    @Option(names = "--seeds", description = "How many seeds to run; 2,000 by default.")
    private long seeds = 2_000;

    @Option(names = "--from", description = "The first seed; 0 by default.")
    private long from;

    @Option(names = "--workers", description = "Worlds at the same time; the number of processors by default.")
    private int workers = Runtime.getRuntime().availableProcessors();

    @Option(names = "--seconds", description = "Runs seeds for so long instead of so many.")
    private long seconds;

    @Option(names = "--kind", description = "What the worlds of the seeds are about: ${COMPLETION-CANDIDATES}.")
    private Kind kind = Kind.ANY;

    @Option(names = "--bug", description = "With --planted: only bugs whose name contains this.")
    private String bug = "";

    @ArgGroup
    private @Nullable Mode mode;

    @Spec
    private @Nullable CommandSpec spec;

    /** What to do instead of running seeds; one of these. */
    private static final class Mode {
        @Option(names = "--replay", description = "Runs one schedule, as a failure prints it, and prints its history.")
        private @Nullable String replay;

        @Option(
                names = "--strike",
                arity = "0..1",
                paramLabel = "WHICH",
                fallbackValue = "",
                description =
                        "Cancels and crashes scenarios at every event; with a text only scenarios named so, or one strike.")
        private @Nullable String strike;

        @Option(names = "--pairs", description = "Runs one client against all pairs of guesses about the service.")
        private boolean pairs;

        @Option(names = "--planted", description = "Looks for each planted bug in at most so many seeds (see --seeds).")
        private boolean planted;

        @Option(names = "--docs", description = "Measures what docs/correctness.md says, and writes it there.")
        private boolean docs;
    }

    private Simulate() {}

    /** Runs; see {@code ./simulate --help}. */
    public static void main(String[] args) {
        System.exit(execute(args));
    }

    /** The exit code. */
    static int execute(String... args) {
        return new CommandLine(new Simulate())
                .setCaseInsensitiveEnumValuesAllowed(true)
                .setParameterExceptionHandler(Simulate::refuse)
                .execute(args);
    }

    private static int refuse(ParameterException wrong, String[] args) {
        System.err.println(wrong.getMessage());
        System.err.println("./simulate --help names all options.");
        return CommandLine.ExitCode.USAGE;
    }

    @Override
    public Integer call() {
        check();
        return holds(mode == null ? new Mode() : mode) ? 0 : 1;
    }

    private boolean holds(Mode asked) {
        if (asked.replay != null) {
            return Search.replay(schedule(asked.replay));
        }
        if (asked.strike != null) {
            return strikes(asked.strike);
        }
        if (asked.pairs) {
            return pairs();
        }
        if (asked.docs) {
            return document();
        }
        if (asked.planted) {
            return new Planted(workers, seeds).areFound(bugs());
        }
        var search = new Search(kind, workers);
        return seconds > 0 ? search.seconds(from, seconds) : search.seeds(from, seeds);
    }

    private void check() {
        atLeast("--seeds", seeds, 1);
        atLeast("--workers", workers, 1);
        atLeast("--seconds", seconds, 0);
        if (!bug.isEmpty() && (mode == null || !mode.planted)) {
            throw wrong("--bug is for --planted");
        }
        if (kind != Kind.ANY && mode != null) {
            throw wrong("--kind is for running seeds: a schedule and a planted bug say themselves what they are about");
        }
    }

    private void atLeast(String option, long value, long least) {
        if (value < least) {
            throw wrong(option + " is " + value + "; it has to be " + least + " or more");
        }
    }

    private ParameterException wrong(String words) {
        return new ParameterException(spec == null ? new CommandLine(this) : spec.commandLine(), words);
    }

    private Schedule schedule(String text) {
        try {
            return Schedule.parse(text);
        } catch (IllegalArgumentException e) {
            throw wrong("\"" + text + "\" is no schedule; it is a seed like 17 or snapshots/17, and where a failure"
                    + " printed them a colon and what happens");
        }
    }

    private boolean strikes(String which) {
        var strikes = new Strikes(workers, which);
        if (strikes.isEmpty()) {
            throw wrong("no strike is named like \"" + which + "\"; names are like \"close, CRASH at event 12\"");
        }
        return strikes.hold();
    }

    private boolean pairs() {
        var pairs = Pairs.run(workers);
        System.out.print(pairs.text());
        return pairs.falseSuccesses().isEmpty();
    }

    private List<Bug> bugs() {
        var bugs = Planted.named(bug);
        if (bugs.isEmpty()) {
            throw wrong("no planted bug is named like \"" + bug + "\"");
        }
        return bugs;
    }

    /** Measures everything anew. */
    private boolean document() {
        var worlds = Pairs.run(workers);
        System.out.print(worlds.text());
        if (!worlds.falseSuccesses().isEmpty()) {
            return false;
        }
        Tables.PAIRS.write(DOCS, Tables.guesses(worlds.runs(), worlds.falseFailures()));
        var found = new Planted(workers, seeds).of(bugs());
        Tables.PLANTED.write(
                DOCS, Tables.planted(found.stream().filter(Found::found).toList()));
        return true;
    }
}
