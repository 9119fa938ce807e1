package io.agentbay.reactive.internal.pipeline;

/**
 * So many tokens per second, with at most a tenth of a second's worth saved up; 0 per second is without limit.
 *
 * <p>Not safe for use from several threads: its owner's lock guards it.
 */
final class TokenBucket {

    private static final long SECOND = 1_000_000_000L;

    private final int perSecond;
    private final long nanosPerToken;
    private final long most;
    private long saved;
    private long seen;
    private boolean started;

    TokenBucket(int perSecond) {
        this.perSecond = perSecond;
        this.nanosPerToken = perSecond == 0 ? 0 : SECOND / perSecond;
        this.most = Math.max(nanosPerToken, SECOND / 10);
        this.saved = most;
    }

    /** Takes a token if there is one. */
    boolean take(long now) {
        if (!ready(now)) {
            return false;
        }
        saved -= nanosPerToken;
        return true;
    }

    /** Returns whether there is a token. */
    boolean ready(long now) {
        if (perSecond == 0) {
            return true;
        }
        saved = Math.min(most, saved + (started ? now - seen : 0));
        seen = now;
        started = true;
        return saved >= nanosPerToken;
    }

    /** Returns how long it takes until the next token is there. */
    long nanosToNext(long now) {
        return ready(now) ? 0 : nanosPerToken - saved;
    }
}
