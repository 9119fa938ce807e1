package io.agentbay.reactive.internal.sync;

import io.agentbay.reactive.error.AgentBayException;
import io.agentbay.reactive.error.UnavailableException;
import io.agentbay.reactive.error.UnexpectedResponseException;
import io.agentbay.reactive.internal.sync.RoundWatcher.Step;
import io.agentbay.reactive.internal.sync.TaskMatcher.Matched;
import java.time.Duration;
import java.util.function.LongPredicate;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;
import reactor.core.publisher.SynchronousSink;

/**
 * One trigger and its proof: settle, quiet, pace, trigger, accept. One round of a key runs at a time.
 *
 * <p>A trigger whose answer was lost is waited for like any other; when it shows no task within the time in which it
 * would, the round starts over, a few times.
 */
final class Round {

    private static final int TRIGGERS = 3;

    private final RoundSetting setting;
    private final LongPredicate seal;
    private final RoundWatcher watcher;
    private @Nullable Doubt doubt;
    private int triggers;
    private volatile boolean triggered;
    private volatile long baseline = Long.MIN_VALUE;

    /**
     * @param seal asked with the number of the poll that is to be the baseline: whether every caller of this round came
     *     before that poll was sent; from then on nobody joins
     */
    Round(RoundSetting setting, LongPredicate seal, RoundWatcher watcher) {
        this.setting = setting;
        this.seal = seal;
        this.watcher = watcher;
    }

    Mono<Evidence> run() {
        return Mono.defer(this::quiet)
                .flatMap(this::pace)
                .flatMap(this::trigger)
                .onErrorResume(TriggerAgain.class, this::again);
    }

    /** What a caller is told who gives up now. */
    RoundUnconfirmed giveUp(String reason) {
        return triggered
                ? RoundUnconfirmed.afterTrigger(reason, baseline, null)
                : RoundUnconfirmed.beforeTrigger(reason, null);
    }

    private Mono<Long> quiet() {
        watcher.at(Step.WAITING, Long.MIN_VALUE);
        Patience patience = setting.patience();
        return setting.polls()
                .<Long>handle((poll, sink) -> {
                    Matched matched = setting.note(poll, patience);
                    if (matched != null && isQuiet(poll, matched) && seal.test(poll.number())) {
                        sink.next(setting.baseline().largestStart());
                    } else if (patience.over(setting.now())) {
                        sink.error(RoundUnconfirmed.beforeTrigger(stuck(patience), patience.lastError()));
                    }
                })
                .next();
    }

    /** An answer that took long says nothing of what came to light on its way. */
    private boolean isQuiet(Poll poll, Matched matched) {
        return setting.baseline().settled(poll.sentNanos()) && !matched.running();
    }

    private static String stuck(Patience patience) {
        return "nothing was triggered, because " + patience.reason();
    }

    private Mono<Long> pace(long start) {
        long pause = setting.baseline().pause(setting.now());
        return pause == 0
                ? Mono.just(start)
                : setting.delay(Duration.ofNanos(pause)).thenReturn(start);
    }

    private Mono<Evidence> trigger(long start) {
        return Mono.defer(() -> {
            // What this round triggered itself covers its callers, whichever trigger a task is of.
            doubt = triggers == 0 ? setting.baseline().doubt() : null;
            triggers++;
            baseline = start;
            triggered = true;
            watcher.at(Step.TRIGGERING, start);
            setting.baseline().triggered(start, setting.now());
            return setting.trigger()
                    .doFinally(end -> setting.baseline().lastSign(setting.now()))
                    .then(Mono.defer(() -> accepted(start, null)))
                    .onErrorResume(TriggerFailed.class, failed -> lost(start, failed.cause()));
        });
    }

    private Mono<Evidence> lost(long start, Throwable error) {
        if (surelyNotSent(error)) {
            triggered = triggers > 1;
            setting.baseline().neverTriggered();
            return Mono.error(retryable(error) ? new TriggerAgain(error) : error);
        }
        return accepted(start, error);
    }

    private Mono<Evidence> accepted(long start, @Nullable Throwable lostAnswer) {
        return accept(watcher, start, new AcceptWait(setting, watcher, start, lostAnswer, doubt), setting);
    }

    private static boolean surelyNotSent(Throwable error) {
        return error instanceof AgentBayException known
                && !known.mayHaveHappened()
                && !(known instanceof UnavailableException)
                && !(known instanceof UnexpectedResponseException);
    }

    private static boolean retryable(Throwable error) {
        return error instanceof AgentBayException known && known.retryable();
    }

    private Mono<Evidence> again(TriggerAgain why) {
        Throwable cause = why.cause();
        if (triggers < TRIGGERS) {
            return setting.delay(setting.pauseBeforeTrigger(triggers)).then(Mono.defer(this::run));
        }
        if (cause instanceof RoundUnconfirmed) {
            return Mono.error(cause);
        }
        return Mono.error(
                triggered
                        ? RoundUnconfirmed.afterTrigger(
                                "no answer to the trigger: " + cause.getMessage(), baseline, cause)
                        : cause);
    }

    /** The wait for a trigger of some time ago. */
    static Mono<Evidence> waitOn(RoundSetting setting, RoundWatcher watcher, long start) {
        return accept(watcher, start, new AcceptWait(setting, watcher, start, null, null), setting);
    }

    private static Mono<Evidence> accept(RoundWatcher watcher, long start, AcceptWait wait, RoundSetting setting) {
        watcher.at(Step.TRIGGERED, start);
        return setting.polls()
                .<Evidence>handle((poll, sink) -> judge(wait, poll, sink))
                .next();
    }

    private static void judge(AcceptWait wait, Poll poll, SynchronousSink<Evidence> sink) {
        try {
            Evidence evidence = wait.judge(poll);
            if (evidence != null) {
                sink.next(evidence);
            }
        } catch (RoundFailed | RoundUnconfirmed | TriggerAgain end) {
            sink.error(end);
        }
    }
}
