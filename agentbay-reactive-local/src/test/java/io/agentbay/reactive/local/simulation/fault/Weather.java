package io.agentbay.reactive.local.simulation.fault;

import io.agentbay.reactive.local.core.TaskFault;
import io.agentbay.reactive.local.core.TaskRun;
import io.agentbay.reactive.local.simulation.world.Chances;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.LongSupplier;

/** How much goes wrong in a world, and what: each exchange, sync task and disk operation asks here. */
public final class Weather {

    private static final List<Fate> FATES = List.of(
            Fate.NO_CONNECTION,
            Fate.LOST_BEFORE,
            Fate.LOST_AFTER,
            Fate.LOST_AFTER,
            Fate.SILENT_BEFORE,
            Fate.SILENT_AFTER,
            Fate.REFUSED,
            Fate.THROTTLED,
            Fate.FAILED_AFTER,
            Fate.GARBAGE,
            Fate.HALF,
            Fate.TWICE);
    private static final List<TaskFault> TASKS = List.of(
            TaskFault.fail("disk full"),
            TaskFault.fail("disk full"),
            TaskFault.of(TaskFault.Kind.STICK),
            TaskFault.of(TaskFault.Kind.LOSE_DATA),
            TaskFault.of(TaskFault.Kind.LOSE_HALF),
            new TaskFault(TaskFault.Kind.FAIL_HALFWAY, "disk full"),
            TaskFault.of(TaskFault.Kind.SHOW_STALE_FIRST),
            TaskFault.of(TaskFault.Kind.END_SESSION));

    /** How often what a seed aims at goes wrong. */
    private static final double AIMED = 0.4;

    private static final List<Aim> AIMS = List.of(
            new Aim("CreateMcpSession", List.of(Fate.LOST_AFTER, Fate.SILENT_AFTER, Fate.HALF, Fate.TWICE)),
            new Aim("SyncContext", List.of(Fate.LOST_AFTER, Fate.SILENT_AFTER, Fate.SILENT_BEFORE, Fate.LOST_BEFORE)),
            new Aim("DeleteSessionAsync", List.of(Fate.LOST_AFTER, Fate.LOST_BEFORE, Fate.REFUSED, Fate.SILENT_AFTER)),
            new Aim("GetContextInfo", List.of(Fate.REFUSED, Fate.GARBAGE, Fate.LOST_BEFORE, Fate.THROTTLED)),
            new Aim("CallMcpTool", List.of(Fate.LOST_AFTER, Fate.LOST_BEFORE, Fate.HALF, Fate.TWICE)),
            new Aim("ListSession", List.of(Fate.REFUSED, Fate.GARBAGE, Fate.LOST_BEFORE)),
            new Aim("body", List.of(Fate.HALF)));
    private static final Aim NOWHERE = new Aim("nothing", List.of());

    /** How often a store forgets what it acknowledged. */
    private static final double LOST = 0.03;

    /** A commit is one of many operations, and what is answered after it is what matters. */
    private static final double COMMITS = 4;

    private static final double BODIES = 4;

    private final Chances chances;
    private final Storm storm;
    private final Aim aim;
    private final LongSupplier now;
    private final Consumer<String> met;
    private final List<UploadSeen> uploads = new ArrayList<>();
    private final List<Struck> struck = new ArrayList<>();
    private final Map<String, Integer> counts = new HashMap<>();

    public Weather(Chances chances, Storm storm, LongSupplier now, Consumer<String> met) {
        this.met = met;
        this.now = now;
        this.chances = chances;
        this.storm = storm;
        boolean aims = storm.exchanges() > 0 && chances.draw("aims").nextBoolean();
        this.aim = aims ? chances.pick("aim", AIMS) : NOWHERE;
    }

    /** The name of the next exchange of this kind. */
    public String exchange(String client, String action) {
        return client + "/" + action + "/" + count(client + "/" + action);
    }

    private int count(String what) {
        return counts.merge(what, 1, Integer::sum);
    }

    public Fate fate(String exchange) {
        boolean aimed = exchange.contains("/" + aim.action() + "/");
        return chances.happens(exchange, aimed ? AIMED : storm.exchanges())
                ? chances.pick(exchange, aimed ? aim.fates() : FATES)
                : Fate.FINE;
    }

    /** Whether a body breaks off on its way: the longer it is, the likelier, and these are long. */
    public boolean breaksOff(String body) {
        return chances.happens(body, aim.action().equals("body") ? AIMED : BODIES * storm.exchanges());
    }

    /** How long a request or an answer is on its way. */
    public long delay(String exchange, String way) {
        var name = exchange + "~" + way;
        var random = chances.draw(name);
        long usual = TimeUnit.MICROSECONDS.toNanos(random.nextLong(500, 20_000));
        if (!chances.happens(name, storm.slowness())) {
            return usual;
        }
        return random.nextInt(8) == 0
                ? TimeUnit.MILLISECONDS.toNanos(random.nextLong(5_000, 75_000))
                : TimeUnit.MILLISECONDS.toNanos(random.nextLong(20, 3_000));
    }

    /** How long after its first arrival a request arrives once more; perhaps long after its answer. */
    public long again(String exchange) {
        var random = chances.draw(exchange + "~late");
        return random.nextBoolean()
                ? delay(exchange, "again")
                : TimeUnit.MILLISECONDS.toNanos(random.nextLong(100, 90_000));
    }

    /** Whether a request that was given up arrives all the same. */
    public boolean arrivesAnyway(String exchange) {
        return chances.draw(exchange + "!").nextBoolean();
    }

    public TaskFault task(TaskRun run) {
        if (run.direction() == TaskRun.Direction.UPLOAD) {
            uploads.add(new UploadSeen(run.sessionId(), run.contextId(), now.getAsLong(), run.cause()));
        }
        var name = "task/" + run.cause() + "/" + count("task/" + run.cause());
        if (!chances.happens(name, storm.tasks())) {
            return TaskFault.NONE;
        }
        var fault = chances.pick(name, TASKS);
        met.accept("fault task " + fault.kind().name().toLowerCase(Locale.ROOT));
        struck.add(new Struck(run, fault));
        return fault;
    }

    /** Every upload task that was ever accepted. */
    public List<UploadSeen> uploads() {
        return uploads;
    }

    /** The sync tasks that went wrong. */
    public List<Struck> struck() {
        return struck;
    }

    /** The one action that goes wrong again and again, and how. */
    private record Aim(String action, List<Fate> fates) {}

    /** A sync task that went wrong. */
    public record Struck(TaskRun run, TaskFault fault) {}

    /** Whether a store of snapshots acknowledges this and does not keep it: nobody else claims to find that out. */
    public boolean losesPut(String key) {
        boolean loses = storm.exchanges() > 0
                && key.startsWith("/agentbay-snapshots/")
                && chances.happens("lost put/" + count("lost put"), LOST);
        if (loses) {
            met.accept("fault put acknowledged and lost");
        }
        return loses;
    }

    /** Whether this operation of the disk fails. */
    public boolean disk(String operation) {
        double likely = operation.equals("commit") ? COMMITS * storm.disk() : storm.disk();
        return likely > 0 && chances.happens("disk/" + operation + "/" + count("disk/" + operation), likely);
    }

    /** Whether a commit that is said to have failed happened. */
    public boolean happensFirst() {
        return chances.draw("ledger/after/" + count("ledger after")).nextBoolean();
    }

    /** Whether the ledger finds no room on a full disk. */
    public boolean ledgerFull() {
        return chances.happens("ledger/full/" + count("ledger full"), 0.4);
    }

    /** How strong it blows: a probability for each exchange, delay, task and disk operation. */
    public record Storm(double exchanges, double slowness, double tasks, double disk) {

        /** Nothing goes wrong. */
        public static final Storm CALM = new Storm(0, 0, 0, 0);

        /** The storm of this seed. */
        public static Storm of(Chances chances) {
            var random = chances.draw("storm");
            double[] faults = {0, 0.01, 0.05, 0.15};
            double[] slow = {0, 0.02, 0.1, 0.3};
            double[] tasks = {0, 0.1, 0.3, 0.5};
            double[] disk = {0, 0, 0, 0, 0.002, 0.01};
            return new Storm(
                    faults[random.nextInt(faults.length)],
                    slow[random.nextInt(slow.length)],
                    tasks[random.nextInt(tasks.length)],
                    disk[random.nextInt(disk.length)]);
        }
    }

    /** How long anything may stay unanswered. */
    public static final Duration SILENCE = Duration.ofHours(2);
}
