package io.agentbay.reactive.internal.sync;

import io.agentbay.reactive.observability.TraceContext;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CopyOnWriteArrayList;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.publisher.Sinks;
import reactor.util.retry.Retry;

/**
 * The rounds of one key: one at a time, and at most one more for all who came too late for it.
 *
 * <p>A round is joined until the poll that is its baseline was sent, since from then on it could not tell a caller's
 * write from what came before. It ends when its last caller cancelled.
 */
final class RoundQueue {

    /** How often newcomers may move a round's baseline; those after that get a round of their own. */
    private static final int POSTPONEMENTS = 3;

    private final RoundSetting setting;
    private @Nullable Shared gathering;
    private @Nullable Shared last;

    RoundQueue(RoundSetting setting) {
        this.setting = setting;
    }

    RoundSetting setting() {
        return setting;
    }

    /** A round that covers everything done before the subscription. */
    Mono<Evidence> join(RoundWatcher watcher, @Nullable Duration limit) {
        return Mono.defer(() -> joinNow(watcher, limit))
                .retryWhen(Retry.indefinitely().filter(RoundQueue::tooLate));
    }

    /** Waits for a trigger of some time ago, without another; sees what its own round would have accepted. */
    Mono<Evidence> waitOn(long baseline, RoundWatcher watcher, @Nullable Duration limit) {
        Mono<Evidence> result = Mono.defer(() -> Round.waitOn(setting, watcher, baseline));
        return limit == null
                ? result
                : result.timeout(
                        setting.delay(limit),
                        Mono.error(() -> RoundUnconfirmed.afterTrigger(deadline(limit), baseline, null)));
    }

    /** Whether no round runs or is waited for. */
    synchronized boolean idle() {
        return gathering == null && last == null;
    }

    private Mono<Evidence> joinNow(RoundWatcher watcher, @Nullable Duration limit) {
        Shared shared = enter(watcher);
        Mono<Evidence> result = shared.evidence.next().doFinally(end -> shared.watchers.remove(watcher));
        if (limit == null) {
            return result;
        }
        return result.timeout(setting.delay(limit), Mono.error(() -> shared.round.giveUp(deadline(limit))));
    }

    private static String deadline(Duration limit) {
        return "its deadline of " + limit.toMillis() + " ms passed";
    }

    private static boolean tooLate(Throwable error) {
        return error instanceof RoundOver || error instanceof CancellationException;
    }

    private synchronized Shared enter(RoundWatcher watcher) {
        if (gathering == null || gathering.postponed >= POSTPONEMENTS) {
            gathering = new Shared(last == null ? Mono.empty() : last.done.asMono());
            last = gathering;
        }
        gathering.latestJoin = setting.pollsSent();
        gathering.watchers.add(watcher);
        return gathering;
    }

    private synchronized boolean seal(Shared shared, long baselinePoll) {
        if (baselinePoll <= shared.latestJoin) {
            shared.postponed++;
            return false;
        }
        leave(shared);
        return true;
    }

    private synchronized void end(Shared shared) {
        shared.over = true;
        leave(shared);
        if (shared.equals(last)) {
            last = null;
        }
        shared.done.emitEmpty(Sinks.EmitFailureHandler.FAIL_FAST);
    }

    private void leave(Shared shared) {
        if (shared.equals(gathering)) {
            gathering = null;
        }
    }

    /** A round with all who wait for it. */
    private final class Shared {

        private final Mono<Void> turn;
        private final Sinks.Empty<Void> done = Sinks.empty();
        private final List<RoundWatcher> watchers = new CopyOnWriteArrayList<>();
        private final Round round = new Round(setting, poll -> seal(this, poll), this::tell);
        private final Flux<Evidence> evidence;
        private long latestJoin;
        private int postponed;
        private volatile boolean over;

        private Shared(Mono<Void> turn) {
            this.turn = turn;
            // What one caller carries in its context, a deadline for instance, must not reach the others; the round is
            // traced where it was begun.
            this.evidence = Mono.defer(this::run)
                    .contextWrite(TraceContext::of)
                    .flux()
                    .publish()
                    .refCount(1);
        }

        private Mono<Evidence> run() {
            if (over) {
                return Mono.error(new RoundOver());
            }
            return turn.then(round.run()).doFinally(end -> end(this));
        }

        private void tell(RoundWatcher.Step step, long baseline) {
            watchers.forEach(watcher -> watcher.at(step, baseline));
        }
    }
}
