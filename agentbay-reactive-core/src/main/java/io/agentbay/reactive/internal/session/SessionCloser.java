package io.agentbay.reactive.internal.session;

import io.agentbay.reactive.common.MountOutcome;
import io.agentbay.reactive.error.ErrorDetails;
import io.agentbay.reactive.error.InvalidRequestException;
import io.agentbay.reactive.error.SessionNotSavedException;
import io.agentbay.reactive.event.Operation;
import io.agentbay.reactive.event.Progress;
import io.agentbay.reactive.internal.event.Operations;
import io.agentbay.reactive.internal.event.ProgressSink;
import io.agentbay.reactive.session.CloseMode;
import io.agentbay.reactive.session.CloseReport;
import io.agentbay.reactive.sync.Mount;
import io.agentbay.reactive.sync.SyncReport;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

/** Closes sessions, each once at a time, and never one whose content is not safe. */
final class SessionCloser {

    private static final Duration AN_INSTANT = Duration.ofSeconds(1);

    private final SessionWorld world;
    private final SessionRegistry registry;
    private final Caretaker caretaker;
    private final KeepAlive keepAlive;
    private final SessionEnd end;
    private final Bindings bindings;
    private final Shield shield;
    private final Set<SessionRuntime> underWay = ConcurrentHashMap.newKeySet();

    SessionCloser(
            SessionWorld world,
            SessionRegistry registry,
            Caretaker caretaker,
            KeepAlive keepAlive,
            SessionEnd end,
            Bindings bindings) {
        this.world = world;
        this.registry = registry;
        this.caretaker = caretaker;
        this.keepAlive = keepAlive;
        this.end = end;
        this.bindings = bindings;
        this.shield = new Shield(world.runtime());
    }

    /** All who close at the same time share one close; it goes on when they leave. */
    Mono<CloseReport> close(SessionRuntime session, CloseMode mode) {
        return Mono.deferContextual(context -> {
            if (mode == CloseMode.WITHOUT_SAVING && uploadsAnyway(session)) {
                return Mono.error(refused(session));
            }
            var begins = new AtomicBoolean();
            var shared = session.closing(() -> {
                begins.set(underWay.add(session));
                return closing(session, mode)
                        .contextWrite(own -> Shield.free(own, context))
                        .cache();
            });
            boolean joins = !begins.get() && underWay.contains(session);
            var closed = shield.await("Closing session " + session.id(), shared, rest -> rest);
            return joins && mode == CloseMode.SAVE_FIRST ? closed.flatMap(report -> saved(session, report)) : closed;
        });
    }

    /** Who wanted the session saved may have come too late. */
    private Mono<CloseReport> saved(SessionRuntime session, CloseReport report) {
        return report.unsaved().isEmpty()
                ? Mono.just(report)
                : Mono.error(() -> new SessionNotSavedException(
                        "Session " + session.id() + " ended unsaved: another call was closing it without saving",
                        session.id(),
                        report.unsaved(),
                        world.runtime().clock().instant(),
                        ErrorDetails.of("close").attempts(0)));
    }

    /** The sessions, owned or not, whose close has begun and not ended. */
    Set<SessionRuntime> underWay() {
        return Set.copyOf(underWay);
    }

    private Mono<CloseReport> closing(SessionRuntime session, CloseMode mode) {
        var what =
                new Operations.Spec(Operation.Kind.SESSION_CLOSE, session.id().value(), null, null);
        return world.operations()
                .run(what, report -> report, progress -> keepAlive.during(session, steps(session, mode, progress)))
                .doOnTerminate(() -> underWay.remove(session))
                .doOnSuccess(report -> ended(session))
                .doOnError(error -> failed(session, error));
    }

    private Mono<CloseReport> steps(SessionRuntime session, CloseMode mode, ProgressSink progress) {
        return Mono.defer(() -> {
            long began = world.runtime().nanos();
            session.timers().hold();
            return session.gate()
                    .closeAndDrain()
                    .then(settled(session))
                    .then(Mono.defer(() -> {
                        progress.update(now -> now.withPhase(Progress.Phase.TRANSFERRING));
                        return save(session, mode);
                    }))
                    .delayUntil(saved -> downloaded(session))
                    .doOnNext(saved -> progress.update(now -> now.withPhase(Progress.Phase.CONFIRMING)))
                    .delayUntil(saved -> end.end(session.id().value(), true))
                    .map(saved -> report(session, saved, began));
        });
    }

    /** A mount that may be there is saved like any other, so it must be known whether it is. */
    private Mono<Void> settled(SessionRuntime session) {
        return bindings.settle(session)
                .onErrorResume(error -> notSaved(session, session.mounting().doubtful(), error));
    }

    private Mono<Saved> save(SessionRuntime session, CloseMode mode) {
        var unsaved = session.unsaved();
        if (mode == CloseMode.WITHOUT_SAVING) {
            return Mono.just(new Saved(null, outcomes(unsaved, "Given up on request")));
        }
        return unsaved.isEmpty() ? Mono.just(new Saved(null, List.of())) : upload(session, unsaved);
    }

    private Mono<Saved> upload(SessionRuntime session, List<Mount> mounts) {
        return session.gate()
                .inside(session.sync().uploadAtClose(mounts))
                .map(report -> new Saved(report, List.of()))
                .onErrorResume(error -> notSaved(session, mounts, error));
    }

    /** The service uploads at the end whatever has arrived by then, and deletes the rest from the context. */
    private Mono<Void> downloaded(SessionRuntime session) {
        var endangered = session.endangered();
        var waits = endangered.stream()
                .map(mount -> session.gate().inside(session.sync().awaitReady(mount)))
                .toList();
        return Failures.all(waits).onErrorResume(error -> notSaved(session, endangered, error));
    }

    private <T> Mono<T> notSaved(SessionRuntime session, List<Mount> mounts, Throwable error) {
        return end.isGone(session.id().value())
                .onErrorReturn(false)
                .flatMap(gone -> Mono.error(notSaved(session, mounts, error, gone)));
    }

    private SessionNotSavedException notSaved(
            SessionRuntime session, List<Mount> mounts, Throwable error, boolean gone) {
        var now = world.runtime().clock().instant();
        return new SessionNotSavedException(
                "Session " + session.id() + state(gone)
                        + Failures.toFailure(error).message(),
                session.id(),
                NotSaved.outcomes(session, mounts, error),
                gone ? now : aliveUntil(session, now),
                ErrorDetails.of("close")
                        .mayHaveHappened(Failures.mayHaveHappened(error))
                        .cause(error));
    }

    private String state(boolean gone) {
        if (gone) {
            return " ended before it was saved: ";
        }
        return caretaker.isStopped()
                ? " is not saved, and the service ends it after its idle timeout: "
                : " is not saved and stays alive: ";
    }

    /** Nobody keeps it alive when this client is shut down; that it lives now the service has just said. */
    private Instant aliveUntil(SessionRuntime session, Instant now) {
        if (!caretaker.isStopped()) {
            return now.plus(session.origin().keepFor());
        }
        var idle = session.idleUntil();
        return idle.isAfter(now) ? idle : now.plus(AN_INSTANT);
    }

    private void ended(SessionRuntime session) {
        session.timers().end();
        caretaker.release(session);
        registry.ended(session.id().value());
    }

    private void failed(SessionRuntime session, Throwable error) {
        session.reopen(Failures.toFailure(error));
        boolean gone = error instanceof SessionNotSavedException known
                && !known.aliveUntil().isAfter(world.runtime().clock().instant());
        if (gone) {
            ended(session);
        } else {
            caretaker.keep(session);
        }
    }

    private CloseReport report(SessionRuntime session, Saved saved, long began) {
        var elapsed = Duration.ofNanos(world.runtime().nanos() - began);
        return new CloseReport(session.id(), saved.report(), saved.givenUp(), elapsed);
    }

    private static boolean uploadsAnyway(SessionRuntime session) {
        return Stream.concat(session.mounts().stream(), session.mounting().doubtful().stream())
                .anyMatch(mount -> mount.policy().uploadsAutomatically());
    }

    private static InvalidRequestException refused(SessionRuntime session) {
        return new InvalidRequestException(
                "Session " + session.id()
                        + " has a mount that the service uploads at its end; close it with SAVE_FIRST, "
                        + "or mount with SyncPolicy.manual().keepingDeleted()",
                0,
                ErrorDetails.of("close").attempts(0));
    }

    private static List<MountOutcome> outcomes(List<Mount> mounts, String reason) {
        return mounts.stream()
                .map(mount -> NotSaved.outcome(mount, MountOutcome.State.UNCONFIRMED, reason))
                .toList();
    }

    /** What the end found to save. */
    private record Saved(@Nullable SyncReport report, List<MountOutcome> givenUp) {}
}
