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
    private final Patience patience;
    private final long triggeredAt;
    private long seenAt;
    private boolean seen;
    private int polls;

    AcceptWait(RoundSetting setting, RoundWatcher watcher, long baseline, @Nullable Throwable lostAnswer) {
        this.setting = setting;
        this.watcher = watcher;
        this.baseline = baseline;
        this.lostAnswer = lostAnswer;
        this.patience = setting.patience();
        this.triggeredAt = setting.now();
    }

    /** The proof, null while there is none; throws what ends the wait without it. */
    @Nullable
    Evidence judge(Poll poll) {
        polls++;
        Matched matched = setting.note(poll, patience);
        if (matched != null) {
            Acceptance found = Acceptance.judge(matched, baseline);
            see(found);
            if (found.verdict() == Acceptance.Verdict.SUCCEEDED && found.task() != null) {
                return new Evidence(found.task(), matched.match(), baseline, triggeredAt, seenAt, setting.now(), polls);
            }
            if (found.verdict() == Acceptance.Verdict.FAILED && found.task() != null) {
                throw new RoundFailed(found.task());
            }
        }
        giveUpIfOver(matched);
        return null;
    }

    private void see(Acceptance found) {
        if (!seen && found.task() != null) {
            seen = true;
            seenAt = setting.now();
            watcher.at(Step.SEEN, baseline);
        }
    }

    private void giveUpIfOver(@Nullable Matched answered) {
        long now = setting.now();
        if (lostAnswer != null && answered != null && !seen && now - triggeredAt >= Baseline.SETTLE) {
            throw new TriggerAgain(lostAnswer);
        }
        if (patience.over(now)) {
            Throwable cause = patience.lastError() == null ? lostAnswer : patience.lastError();
            throw RoundUnconfirmed.afterTrigger(patience.reason(), baseline, cause);
        }
    }
}
