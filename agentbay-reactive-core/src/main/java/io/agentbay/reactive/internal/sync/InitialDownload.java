package io.agentbay.reactive.internal.sync;

import io.agentbay.reactive.common.MountOutcome.Level;
import io.agentbay.reactive.internal.sync.TaskMatcher.Matched;
import io.agentbay.reactive.internal.wire.SyncWire.Direction;
import io.agentbay.reactive.internal.wire.SyncWire.SyncTask;
import java.time.Duration;
import java.util.Comparator;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;
import reactor.core.publisher.SynchronousSink;

/**
 * The download the service begins by itself once a session is created: it lists a task for every such mount, even an
 * empty one. The last listed download counts, one of this client's that nobody waited for included.
 */
final class InitialDownload {

    private static final Duration GLANCE = Duration.ofSeconds(30);

    private final SessionParts parts;
    private final DefaultSyncRounds rounds;

    InitialDownload(SessionParts parts, DefaultSyncRounds rounds) {
        this.parts = parts;
        this.rounds = rounds;
    }

    /** Completes when it is confirmed; fails when it failed or when nothing changes for too long. */
    Mono<Void> await(MountState state) {
        if (!state.halfDownloaded()) {
            return Mono.empty();
        }
        return Mono.defer(() -> {
            RoundSetting setting = setting(state);
            Patience patience = setting.patience();
            return setting.polls()
                    .<Boolean>handle((poll, sink) -> judge(setting, patience, poll, sink))
                    .next()
                    .doOnNext(done -> state.downloaded())
                    .onErrorMap(error -> Outcomes.publicError(
                            parts.sessionId(), state.key(Direction.DOWNLOAD), Level.CONFIRMED, error))
                    .then();
        });
    }

    /** Whether it is confirmed by the next answer; false also when there is none in time. */
    Mono<Boolean> glance(MountState state) {
        return Mono.defer(() -> {
            RoundSetting setting = setting(state);
            Patience patience = setting.patience();
            return setting.polls()
                    .<Boolean>handle((poll, sink) -> look(setting, patience, poll, sink))
                    .take(GLANCE, parts.runtime().timer())
                    .next()
                    .defaultIfEmpty(false);
        });
    }

    /** Whether the service lists any download of the mount soon. */
    Mono<Boolean> begins(MountState state) {
        return Mono.defer(() -> {
            RoundSetting setting = setting(state);
            Patience patience = setting.patience();
            return setting.polls()
                    .mapNotNull(poll -> setting.note(poll, patience))
                    .filter(matched -> !matched.tasks().isEmpty())
                    .take(GLANCE, parts.runtime().timer())
                    .next()
                    .hasElement();
        });
    }

    private RoundSetting setting(MountState state) {
        return rounds.queue(state.key(Direction.DOWNLOAD)).setting();
    }

    private static void look(RoundSetting setting, Patience patience, Poll poll, SynchronousSink<Boolean> sink) {
        Matched matched = setting.note(poll, patience);
        if (matched != null) {
            sink.next(complete(setting, poll, matched));
        }
    }

    private static void judge(RoundSetting setting, Patience patience, Poll poll, SynchronousSink<Boolean> sink) {
        Matched matched = setting.note(poll, patience);
        SyncTask last = matched == null ? null : last(matched);
        if (matched != null && complete(setting, poll, matched)) {
            sink.next(true);
        } else if (last != null && Acceptance.failed(last)) {
            sink.error(new RoundFailed(last));
        } else if (patience.over(setting.now())) {
            sink.error(RoundUnconfirmed.afterTrigger(patience.reason(), Long.MIN_VALUE, patience.lastError()));
        }
    }

    /** The newest entry; of two that began in the same second the one still running. */
    private static @Nullable SyncTask last(Matched matched) {
        return matched.tasks().stream()
                .max(Comparator.comparingLong(SyncTask::startTime).thenComparing(task -> !Acceptance.ended(task)))
                .orElse(null);
    }

    /** A download triggered here that shows no task yet may still begin. */
    private static boolean complete(RoundSetting setting, Poll poll, Matched matched) {
        SyncTask last = last(matched);
        return last != null && Acceptance.succeeded(last) && setting.baseline().settled(poll.sentNanos());
    }
}
