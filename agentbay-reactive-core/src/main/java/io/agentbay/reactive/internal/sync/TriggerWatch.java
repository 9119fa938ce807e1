package io.agentbay.reactive.internal.sync;

import io.agentbay.reactive.event.Progress.Phase;
import io.agentbay.reactive.internal.event.ProgressSink;
import java.util.concurrent.atomic.AtomicInteger;
import reactor.core.publisher.Mono;
import reactor.core.publisher.Sinks;

/** One caller's view of a round: passes its steps on as progress and remembers what giving up needs to know. */
final class TriggerWatch implements RoundWatcher {

    private final ProgressSink progress;
    private final Sinks.Empty<Void> triggered = Sinks.empty();
    private final AtomicInteger attempts = new AtomicInteger();
    private volatile boolean mayHaveTriggered;
    private volatile boolean seen;
    private volatile long baseline = Long.MIN_VALUE;

    TriggerWatch(ProgressSink progress) {
        this.progress = progress;
    }

    /** For a wait whose trigger was sent long ago. */
    TriggerWatch resumedAt(long earlierBaseline) {
        mayHaveTriggered = true;
        baseline = earlierBaseline;
        return this;
    }

    @Override
    public void at(Step step, long baselineNow) {
        switch (step) {
            case WAITING -> phase(Phase.PLANNING);
            case TRIGGERING -> triggering(baselineNow);
            case TRIGGERED -> acknowledged();
            case SEEN -> running();
        }
    }

    /** Completes once a trigger was answered or lost. */
    Mono<Void> triggered() {
        return triggered.asMono();
    }

    /** Whether a covering task was listed. */
    boolean seen() {
        return seen;
    }

    /** What a caller is told who gives up now. */
    RoundUnconfirmed giveUp(String reason) {
        return mayHaveTriggered
                ? RoundUnconfirmed.afterTrigger(reason, baseline, null)
                : RoundUnconfirmed.beforeTrigger(reason, null);
    }

    private void triggering(long baselineNow) {
        baseline = baselineNow;
        mayHaveTriggered = true;
        int attempt = attempts.incrementAndGet();
        progress.update(now -> now.withPhase(Phase.TRIGGERED).withAttempt(attempt));
    }

    private void acknowledged() {
        phase(Phase.QUEUED);
        triggered.emitEmpty(Sinks.EmitFailureHandler.FAIL_FAST);
    }

    private void running() {
        seen = true;
        phase(Phase.TRANSFERRING);
    }

    private void phase(Phase next) {
        progress.update(now -> now.withPhase(next));
    }
}
