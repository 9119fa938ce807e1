package io.agentbay.reactive.internal.sync;

import io.agentbay.reactive.common.ContextId;
import io.agentbay.reactive.common.MountOutcome;
import io.agentbay.reactive.common.MountOutcome.Level;
import io.agentbay.reactive.common.MountOutcome.State;
import io.agentbay.reactive.error.AgentBayException;
import io.agentbay.reactive.error.ErrorDetails;
import io.agentbay.reactive.error.SyncFailedException;
import io.agentbay.reactive.error.SyncUnconfirmedException;
import io.agentbay.reactive.internal.wire.SyncWire.Direction;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Turns how a round ended into what callers are told. */
final class Outcomes {

    private Outcomes() {}

    /** The public error of one key's round; other errors stay as they are. */
    static Throwable publicError(String sessionId, SyncRounds.Key key, Level minimum, Throwable error) {
        return publicError(sessionId, key, minimum, null, error);
    }

    /** The same of a sync for the sake of one file; null for all. */
    static Throwable publicError(
            String sessionId, SyncRounds.Key key, Level minimum, @Nullable String file, Throwable error) {
        if (error instanceof RoundFailed no) {
            return failed(key.direction(), List.of(outcome(key, State.FAILED, null, no.reason())), null);
        }
        if (error instanceof RoundUnconfirmed open) {
            var wait = new Ticket.Wait(key.contextId(), key.path(), open.baseline(), open.triggered());
            var mounts = List.of(outcome(key, State.UNCONFIRMED, null, open.reason()));
            return unconfirmed(ticket(sessionId, key, minimum, file, wait), mounts, open.getCause());
        }
        if (error instanceof LevelMissed missed) {
            var wait = new Ticket.Wait(key.contextId(), key.path(), missed.baseline(), true);
            var mounts = List.of(outcome(key, State.UNCONFIRMED, missed.reached(), missed.reason()));
            return unconfirmed(ticket(sessionId, key, minimum, file, wait), mounts, missed.getCause());
        }
        return error;
    }

    private static Ticket ticket(
            String sessionId, SyncRounds.Key key, Level minimum, @Nullable String file, Ticket.Wait wait) {
        return new Ticket(sessionId, key.direction(), minimum, file, List.of(wait));
    }

    static SyncFailedException failed(Direction direction, List<MountOutcome> mounts, @Nullable Throwable cause) {
        return new SyncFailedException(
                "The " + name(direction) + " failed: " + describe(mounts, State.FAILED),
                mounts,
                details(direction, cause).mayHaveHappened(true));
    }

    static SyncUnconfirmedException unconfirmed(Ticket ticket, List<MountOutcome> mounts, @Nullable Throwable cause) {
        boolean triggered = ticket.waits().stream().anyMatch(Ticket.Wait::triggered);
        return new SyncUnconfirmedException(
                "The " + name(ticket.direction()) + " is not confirmed: " + describe(mounts, State.UNCONFIRMED),
                mounts,
                ticket.toPublic(),
                details(ticket.direction(), cause).mayHaveHappened(triggered));
    }

    static MountOutcome outcome(SyncRounds.Key key, State state, @Nullable Level level, @Nullable String reason) {
        return new MountOutcome(ContextId.of(key.contextId()), key.path(), state, level, reason);
    }

    static String name(Direction direction) {
        return direction.name().toLowerCase(Locale.ROOT);
    }

    static ErrorDetails details(Direction direction, @Nullable Throwable cause) {
        ErrorDetails plain = ErrorDetails.of(name(direction)).cause(cause);
        return cause instanceof AgentBayException known
                ? plain.code(known.code()).requestId(known.requestId()).attempts(known.attempts())
                : plain;
    }

    private static String describe(List<MountOutcome> mounts, State state) {
        return mounts.stream()
                .filter(mount -> mount.state() == state)
                .map(mount -> mount.path() + ": " + mount.reason())
                .reduce((one, other) -> one + "; " + other)
                .orElse("no mount");
    }
}
