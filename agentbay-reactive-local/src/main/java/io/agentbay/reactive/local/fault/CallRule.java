package io.agentbay.reactive.local.fault;

import org.jspecify.annotations.Nullable;

/** One armed fault of calls: skips, then strikes, then is used up. Guarded by the owner. */
final class CallRule {

    private final String target;
    private final boolean tool;
    private final CallEffect effect;
    private int toSkip;
    private int left;

    CallRule(String target, boolean tool, int toSkip, int times, CallEffect effect) {
        this.target = target;
        this.tool = tool;
        this.toSkip = toSkip;
        this.left = times;
        this.effect = effect;
    }

    boolean matches(String action, @Nullable String toolName) {
        return target.equals(tool ? toolName : action);
    }

    /** The effect, or null while this call is one of those let through. */
    @Nullable
    CallEffect strike() {
        if (toSkip > 0) {
            toSkip--;
            return null;
        }
        if (left != Times.UNLIMITED) {
            left--;
        }
        return effect;
    }

    boolean usedUp() {
        return left == 0;
    }
}
