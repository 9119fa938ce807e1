package io.agentbay.reactive.local.simulation.workload;

import io.agentbay.reactive.common.MountOutcome.Level;
import io.agentbay.reactive.local.simulation.workload.FileDeeds.Written;
import io.agentbay.reactive.session.CloseMode;
import io.agentbay.reactive.sync.SyncPolicy;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A short program that everybody runs one day.
 *
 * @param name what it shows
 * @param before what was done the day before; nothing of it is struck
 * @param deeds one after the other
 * @param cancelAfter when its last deed is given up; null for never
 * @param again what is done by the client that follows a crashed one; empty for what clients do then
 * @param beside what another client does meanwhile
 */
public record Scenario(
        String name,
        List<Deed> before,
        List<Deed> deeds,
        @Nullable Duration cancelAfter,
        List<Deed> again,
        List<Deed> beside) {

    private static final Duration IDLE = Duration.ofMinutes(20);
    private static final Duration THINKING = Duration.ofMillis(20);
    private static final SyncPolicy AUTOMATIC = SyncPolicy.onDemand();
    private static final SyncPolicy MANAGED = SyncPolicy.manual().keepingDeleted();
    private static final String F0 = SessionDeeds.MOUNT + "/f0";
    private static final String F1 = SessionDeeds.MOUNT + "/f1";

    /** All that are struck at every event. */
    public static List<Scenario> all() {
        return Stream.of(canonical(), SnapshotScenarios.all())
                .flatMap(List::stream)
                .toList();
    }

    /** Twelve of sessions, contexts and files. */
    public static List<Scenario> canonical() {
        return List.of(
                of("create", SessionDeeds.createBare("s0")),
                of("create with mount", create("s0", AUTOMATIC)),
                of("write and upload", create("s0", AUTOMATIC), write("s0", F0, "one"), upload("s0")),
                of(
                        "two uploads in a row",
                        create("s0", MANAGED),
                        write("s0", F0, "one"),
                        upload("s0"),
                        write("s0", F0, "two"),
                        upload("s0")),
                of("download", create("s0", MANAGED), SyncDeeds.download("s0", Level.VERIFIED, false)),
                of("persist", create("s0", AUTOMATIC), SyncDeeds.persist("s0", new Written(F1, "persisted"))),
                of("use", use()),
                new Scenario("use cancelled", List.of(), List.of(use()), Duration.ofMillis(900), List.of(), List.of()),
                of("close", create("s0", AUTOMATIC), write("s0", F1, "late"), close("s0")),
                of(
                        "hand-over",
                        create("s0", MANAGED),
                        create("s1", MANAGED),
                        write("s0", F0, "handed"),
                        SessionDeeds.handOver("s0", "s1")),
                of(
                        "rename and delete of a context",
                        ContextDeeds.getOrCreate("c1"),
                        ContextDeeds.rename("c1", "c2"),
                        ContextDeeds.delete("c2")),
                of(
                        "file transfer",
                        create("s0", MANAGED),
                        FileDeeds.write("s0", new Written(F1, "bytes of a file"), true),
                        FileDeeds.read("s0", F1)));
    }

    /** Everything a single client does, for worlds that differ in what they take for granted. */
    public static Scenario truth() {
        return of(
                "truth",
                create("s0", AUTOMATIC),
                write("s0", F0, "one.one"),
                upload("s0"),
                write("s0", F0, "two.two"),
                write("s0", F1, "more"),
                SyncDeeds.upload("s0", Level.LISTED),
                SyncDeeds.upload("s0", Level.VERIFIED),
                upload("s0"),
                SyncDeeds.persist("s0", new Written(F0, "six.six")),
                close("s0"),
                create("s1", MANAGED),
                SyncDeeds.download("s1", Level.VERIFIED, false),
                write("s1", F1, "seven"),
                upload("s1"),
                create("s0", MANAGED),
                SessionDeeds.handOver("s1", "s0"),
                FileDeeds.delete("s0", F1),
                upload("s0"),
                close("s1"),
                close("s0"),
                use(),
                ContextDeeds.write("c0", F1, "put"),
                ContextDeeds.read("c0", F1),
                ContextDeeds.clear("c0"),
                ContextDeeds.rename("c0", "c9"));
    }

    private static Scenario of(String name, Deed... deeds) {
        return new Scenario(name, List.of(), List.of(deeds), null, List.of(), List.of());
    }

    private static Deed create(String slot, SyncPolicy policy) {
        return SessionDeeds.create(slot, "c0", policy, IDLE, false);
    }

    private static Deed write(String slot, String path, String text) {
        return FileDeeds.write(slot, new Written(path, text), false);
    }

    private static Deed upload(String slot) {
        return SyncDeeds.upload(slot, Level.CONFIRMED);
    }

    private static Deed close(String slot) {
        return SessionDeeds.close(slot, CloseMode.SAVE_FIRST);
    }

    private static Deed use() {
        return SessionDeeds.use(
                "c0", AUTOMATIC, IDLE, List.of(new Written(F0, "used"), new Written(F1, "used as well")));
    }

    /** The same, while another client does this. */
    Scenario beside(Deed... others) {
        return new Scenario(name, before, deeds, cancelAfter, again, List.of(others));
    }

    /** When what may be struck begins. */
    public Duration begins() {
        return before.isEmpty() ? Duration.ZERO : SnapshotPrograms.DAY;
    }

    /** Its steps, for one client. */
    public List<Step> steps() {
        var steps = new ArrayList<Step>();
        for (int i = 0; i < before.size(); i++) {
            steps.add(new Step(name + ".before." + i, before.get(i), THINKING, null));
        }
        for (int i = 0; i < deeds.size(); i++) {
            boolean last = i == deeds.size() - 1;
            steps.add(new Step(name + "." + i, deeds.get(i), THINKING, last ? cancelAfter : null, begins()));
        }
        return steps;
    }

    /** The steps of the other client. */
    public List<Step> stepsBeside() {
        var steps = new ArrayList<Step>();
        for (int i = 0; i < beside.size(); i++) {
            steps.add(new Step(name + ".beside." + i, beside.get(i), THINKING, null, begins()));
        }
        return steps;
    }

    /** The steps of the client that follows a crashed one. */
    public List<Step> stepsAgain(String client, String crashed) {
        if (again.isEmpty()) {
            return Programs.afterCrash(client, crashed);
        }
        return again.stream()
                .map(deed -> new Step(client + "." + name, deed, THINKING, null))
                .toList();
    }
}
