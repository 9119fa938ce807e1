package io.agentbay.reactive.internal.sync;

import io.agentbay.reactive.internal.runtime.ClientRuntime;
import io.agentbay.reactive.internal.sync.TaskMatcher.Matched;
import io.agentbay.reactive.internal.wire.SyncWire;
import java.time.Duration;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** What every round of one key works with. */
final class RoundSetting {

    private static final Duration FIRST_RETRY = Duration.ofMillis(500);

    private final ClientRuntime runtime;
    private final SyncWire wire;
    private final String sessionId;
    private final SyncRounds.Key key;
    private final TaskMatcher matcher;
    private final PollLoop loop;
    private final Duration idleLimit;
    private final Baseline baseline = new Baseline();

    RoundSetting(SessionParts parts, SyncRounds.Key key, BooleanSupplier mountedOnce) {
        this.runtime = parts.runtime();
        this.wire = parts.wire();
        this.sessionId = parts.sessionId();
        this.loop = parts.loop();
        this.idleLimit = parts.idleLimit();
        this.key = key;
        this.matcher = new TaskMatcher(key, mountedOnce);
    }

    Baseline baseline() {
        return baseline;
    }

    long now() {
        return runtime.nanos();
    }

    Patience patience() {
        return new Patience(idleLimit, now());
    }

    Flux<Poll> polls() {
        return loop.polls();
    }

    long pollsSent() {
        return loop.sent();
    }

    Mono<Long> delay(Duration pause) {
        return Mono.delay(pause, runtime.timer());
    }

    Duration pauseBeforeTrigger(int triggersSoFar) {
        return FIRST_RETRY.multipliedBy(1L << triggersSoFar);
    }

    Mono<Void> trigger() {
        return Mono.defer(() -> wire.trigger(sessionId, key.contextId(), key.path(), key.direction()))
                .onErrorMap(TriggerFailed::new);
    }

    /** Takes note of a poll; the key's entries in it, null when it failed. */
    @Nullable
    Matched note(Poll poll, Patience patience) {
        if (poll.error() != null) {
            patience.failed(poll.error());
            return null;
        }
        Matched matched = matcher.match(poll.tasks());
        baseline.observe(matched, poll);
        patience.saw(matched, now());
        return matched;
    }
}
