package io.agentbay.reactive.local.simulation.invariant;

import io.agentbay.reactive.common.MountOutcome.Level;
import io.agentbay.reactive.common.SessionId;
import io.agentbay.reactive.error.MountNotReadyException;
import io.agentbay.reactive.error.SyncUnconfirmedException;
import io.agentbay.reactive.local.core.TaskFault;
import io.agentbay.reactive.local.core.TaskRun;
import io.agentbay.reactive.local.simulation.history.Op;
import io.agentbay.reactive.local.simulation.world.Client;
import io.agentbay.reactive.local.simulation.world.World;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** The invariants, looked at when a world has come to rest. */
public final class AtRest {

    /** What syncs. */
    private static final Set<String> SYNCS = Set.of(
            "upload",
            "upload-version",
            "upload-unchanged",
            "bind",
            "download",
            "persist",
            "merge",
            "hand-over",
            "use",
            "close",
            "create");

    /** What changes files of sessions or contexts. */
    private static final Set<String> WRITES = Set.of(
            "write",
            "delete",
            "put",
            "remove",
            "clear",
            "upload",
            "upload-version",
            "upload-unchanged",
            "bind",
            "persist",
            "download",
            "merge",
            "hand-over",
            "use",
            "close");

    /** What fills mounts. */
    private static final Set<String> FILLS = Set.of("download", "hand-over", "merge", "bind");

    private final World world;
    private final List<Violation> violations = new ArrayList<>();

    public AtRest(World world) {
        this.world = world;
    }

    public List<Violation> violations() {
        return violations;
    }

    private void violated(String invariant, String words) {
        violations.add(new Violation(invariant, words));
    }

    /** I1 and others that are claimed by what succeeded. */
    public void claims() {
        for (var op : world.history().ops()) {
            if (op.outcome() == Op.Outcome.OK) {
                for (var claim : op.claims()) {
                    world.history().count("checked " + claim.invariant());
                    var words = claim.violation().get();
                    if (words != null) {
                        violated(claim.invariant(), words);
                    }
                }
            }
        }
    }

    /** I7: there is a rest to come to. */
    public void neverCame(RuntimeException endless) {
        violated("I7", String.valueOf(endless.getMessage()));
    }

    /** I7: everything that began has ended. */
    public void everythingEnded() {
        world.history().count("checked I7");
        for (var op : world.history().ops()) {
            if (op.outcome() == Op.Outcome.OPEN && !crashed(op.client())) {
                violated("I7", op.step() + " " + op.what() + " never ended");
            }
        }
    }

    private boolean crashed(String name) {
        return world.clients().stream()
                .anyMatch(client -> client.name().equals(name) && client.life().ended());
    }

    /** I3: every session a client made that lives is its own to tell of, or was given up by name. */
    public void nothingOrphaned() {
        world.history().count("checked I3");
        for (var client : world.clients()) {
            if (!client.life().ended()) {
                nothingOrphaned(client);
            }
        }
    }

    private void nothingOrphaned(Client client) {
        var owned = new HashSet<String>();
        boolean unconfirmed = false;
        for (var session : client.api().sessions().owned()) {
            SessionId id = session.id();
            unconfirmed |= id == null;
            if (id != null) {
                owned.add(id.value());
            }
        }
        nobodys(client);
        for (var row : world.truth().sessions()) {
            boolean mine = world.truth().maker(row.id()).equals(client.name());
            boolean told = owned.contains(row.id()) || client.detached().contains(row.id()) || unconfirmed;
            if (mine && lives(row.id()) && !told) {
                violated("I3", "session " + row.id() + " lives, and " + client.name() + " does not know of it");
            }
        }
    }

    /** Whatever a caller gave up is closed by now, or it is told why not, or somebody still works on it. */
    private void nobodys(Client client) {
        if (client.detachedWork() > 0) {
            return;
        }
        for (var session : client.api().sessions().owned()) {
            SessionId id = session.id();
            if (id != null
                    && lives(id.value())
                    && session.lastFailure() == null
                    && !client.received().contains(id.value())) {
                violated(
                        "I3", "session " + id + " of " + client.name() + " lives, nobody wants it, and nothing failed");
            }
        }
    }

    /** I7: a client that keeps no session alive, neither its own nor another's, has no timer. */
    public void nothingTicks() {
        for (var client : world.clients()) {
            boolean idle =
                    client.api().sessions().owned().isEmpty() && client.exchanges() == 0 && client.detachedWork() == 0;
            if (!client.life().ended() && idle && client.timers() > 0) {
                violated("I7", client.name() + " has no session and has under way: " + client.underWay());
            }
        }
    }

    /** Whether a session lives although nothing in the service keeps it from ending. */
    private boolean lives(String session) {
        return world.truth().alive(session)
                && world.weather().struck().stream()
                        .noneMatch(struck -> struck.run().sessionId().equals(session)
                                && struck.run().cause() == TaskRun.Cause.RELEASE
                                && struck.fault().kind() == TaskFault.Kind.STICK);
    }

    /** I3: after its idle timeout nothing lives. */
    public void nothingAlive() {
        for (var row : world.truth().sessions()) {
            if (lives(row.id())) {
                violated("I3", "session " + row.id() + " outlives everybody");
            }
        }
    }

    /** I7: a client that was shut down has nothing under way. */
    public void nothingUnderWay() {
        for (var client : world.clients()) {
            boolean idle = client.exchanges() == 0 && client.timers() == 0 && client.detachedWork() == 0;
            if (!client.life().ended() && !idle) {
                violated("I7", client.name() + " was shut down and has under way: " + client.underWay());
            }
        }
    }

    /** I5: snapshots that were given to somebody restore as they were. */
    public void everySnapshotKept() {
        if (!world.snapshots().sources().isEmpty()) {
            world.history().count("checked I5");
            new Kept(world).violations().forEach(words -> violated("I5", words));
            world.stores().violations().forEach(words -> violated("I5", words));
        }
    }

    /** I6: every restart found what had been acknowledged, and everything can be read. */
    public void nothingLost() {
        world.history().count("checked I6");
        world.service().broken().forEach(words -> violated("I6", words));
    }

    /** I7: the service keeps no temporary file. */
    public void nothingLeftOver() {
        var left = world.service().leftovers();
        if (!left.isEmpty()) {
            violated("I7", "the service keeps " + left);
        }
    }

    /** Whatever nobody caught. */
    public void nothingThrown() {
        world.timeline().thrown().forEach(error -> violated("I7", "thrown past everybody: " + error));
    }

    /** I2: without faults everything succeeds, but for what was refused for a good reason. */
    public void everythingSucceeded(Set<String> goodReasons) {
        world.history().count("checked I2");
        for (var op : world.history().ops()) {
            var error = op.error();
            if (error != null && !wellReasoned(error, goodReasons) && !disturbed(op, error)) {
                violated("I2", op.step() + " " + op.what() + " failed although nothing went wrong: " + error);
            }
        }
    }

    /** I2: where nothing goes wrong, every upload ends within its bound. */
    public void nothingWasSlow(Duration bound) {
        world.history().ops().stream()
                .filter(op -> isSlow(op, bound))
                .forEach(op -> violated(
                        "I2", op.step() + " " + op.what() + " took " + World.seconds(op.ended() - op.invoked())));
    }

    /** Syncs of the same client may go before an upload, each as quick; one that failed is judged by its error. */
    private boolean isSlow(Op op, Duration bound) {
        long before = world.history().ops().stream()
                .filter(other -> SYNCS.contains(other.kind()) && other.invoked() < op.ended())
                .filter(other -> other.ended() > op.invoked() && other.client().equals(op.client()))
                .count();
        boolean judged = op.error() != null || disturbedContext(op) || disturbedSession(op);
        return op.kind().equals("upload") && !judged && op.ended() - op.invoked() > before * bound.toNanos();
    }

    /** Whether what was to be compared was meanwhile deleted or replaced, as others do who share a context or session. */
    private boolean disturbed(Op op, Throwable error) {
        boolean filled = error instanceof MountNotReadyException && (beside(op, FILLS) || isHalfFilled(op));
        return filled
                || error instanceof SyncUnconfirmedException
                        && (disturbedContext(op) || disturbedSession(op) || compares(op) && beside(op, WRITES));
    }

    /** Whether a caller gave up before what would have filled a mount. */
    private boolean isHalfFilled(Op op) {
        return world.history().ops().stream()
                .anyMatch(other -> FILLS.contains(other.kind())
                        && other.outcome() == Op.Outcome.CANCELLED
                        && other.ended() <= op.ended());
    }

    private boolean disturbedContext(Op op) {
        return world.truth().contextsWithObjects().stream()
                .flatMap(context -> world.truth().keys(context).stream()
                        .map(key -> world.truth().object(context, key)))
                .anyMatch(object -> object.disturbedBetween(op.invoked(), op.ended()));
    }

    /** Whether it looks at content or sizes, which others may change meanwhile; a task's success they cannot. */
    private static boolean compares(Op op) {
        return !op.what().endsWith(Level.CONFIRMED.name());
    }

    /** Whether another line of a program did one of these meanwhile. */
    private boolean beside(Op op, Set<String> kinds) {
        return world.history().ops().stream()
                .filter(other -> kinds.contains(other.kind()) && !other.step().equals(op.step()))
                .anyMatch(other -> other.invoked() < op.ended() && other.ended() > op.invoked());
    }

    /** An upload changes no file of a session, and whatever else does it once. */
    private boolean disturbedSession(Op op) {
        int own = op.kind().equals("upload") ? 0 : 1;
        return world.truth().sessions().stream()
                .flatMap(session -> world.truth().files(session.id()).stream()
                        .map(file -> world.truth().file(session.id(), file)))
                .anyMatch(file -> file.changesBetween(op.invoked(), op.ended()) > own);
    }

    private static boolean wellReasoned(Throwable error, Set<String> goodReasons) {
        for (Throwable each = error; each != null; each = each.getCause()) {
            if (goodReasons.contains(each.getClass().getSimpleName())) {
                return true;
            }
        }
        return false;
    }

    /** I4: no upload of ours deleted what its session had never held. */
    public void nothingDestroyed() {
        world.history().count("checked I4");
        new Destruction(world).violations().forEach(words -> violated("I4", words));
    }
}
