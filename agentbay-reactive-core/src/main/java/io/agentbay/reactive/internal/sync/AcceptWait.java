package io.agentbay.reactive.internal.sync;

import io.agentbay.reactive.internal.sync.RoundWatcher.Step;
import io.agentbay.reactive.internal.sync.TaskMatcher.Matched;
import org.jspecify.annotations.Nullable;

/** The wait for proof after a trigger: reads polls sent after the trigger was answered, and nothing else. */
final class AcceptWait {

    private final RoundSetting setting;
    private final RoundWatcher watcher;
    private final long baseline;
    private final @Nullable Throwable lostAnswer;
    private final @Nullable Doubt doubt;
    private final Patience patience;
    private final long triggeredAt;
    private long seenAt;
    private boolean seen;
    private int polls;
    private long ran = Long.MIN_VALUE;

    /** @param doubt of whose task the next may be, instead of this trigger's; null when there is none */
    AcceptWait(
            RoundSetting setting,
            RoundWatcher watcher,
            long baseline,
            @Nullable Throwable lostAnswer,
            @Nullable Doubt doubt) {
        this.setting = setting;
        this.watcher = watcher;
        this.baseline = baseline;
        this.lostAnswer = lostAnswer;
        this.doubt = doubt;
        this.patience = setting.patience();
        this.triggeredAt = setting.now();
    }

    /** The proof, null while there is none; throws what ends the wait without it. */
    @Nullable
    Evidence judge(Poll poll) {
        polls++;
        long absentAt = setting.baseline().lastAsked();
        Matched matched = setting.note(poll, patience);
        if (matched != null) {
            Acceptance found = Acceptance.judge(matched, baseline);
            requireOwn(found, absentAt);
            see(found);
            if (found.verdict() == Acceptance.Verdict.SUCCEEDED && found.task() != null) {
                return new Evidence(found.task(), matched.match(), baseline, triggeredAt, seenAt, setting.now(), polls);
            }
            if (found.verdict() == Acceptance.Verdict.FAILED && found.task() != null) {
                throw new RoundFailed(found.task());
            }
        }
        giveUpIfOver(poll, matched);
        return null;
    }

    private void requireOwn(Acceptance found, long absentAt) {
        var task = found.task();
        if (task == null || doubt == null) {
            return;
        }
        if (found.verdict() == Acceptance.Verdict.RUNNING) {
            ran = task.startTime();
        } else if (task.startTime() != ran && doubt.mayBe(task, absentAt)) {
            throw new TriggerAgain(RoundUnconfirmed.afterTrigger(
                    "the task that ended may be that of an earlier sync, begun before this one", baseline, null));
        }
    }

    private void see(Acceptance found) {
        if (!seen && found.task() != null) {
            seen = true;
            seenAt = setting.now();
            watcher.at(Step.SEEN, baseline);
        }
    }

    private void giveUpIfOver(Poll poll, @Nullable Matched answered) {
        long now = setting.now();
        if (lostAnswer != null && answered != null && !seen && poll.sentNanos() - triggeredAt >= Baseline.SETTLE) {
            throw new TriggerAgain(lostAnswer);
        }
        if (patience.over(now)) {
            Throwable cause = patience.lastError() == null ? lostAnswer : patience.lastError();
            throw RoundUnconfirmed.afterTrigger(patience.reason(), baseline, cause);
        }
    }
}
