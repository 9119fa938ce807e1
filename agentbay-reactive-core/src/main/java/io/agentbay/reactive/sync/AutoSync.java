package io.agentbay.reactive.sync;

import java.time.Duration;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * When this client uploads a mount by itself while its session is open here. Immutable: each call on it returns a new
 * one.
 *
 * <p>The service knows no periodic sync; the timer is this client's and ends with it. One upload of a mount runs at a
 * time, at level {@code CONFIRMED} and behind the same checks as one at a close. It is left out while provably nothing
 * changed: no write of this client since the last confirmed upload, and no command or tool call that may still change
 * something. One that ended may have left a process behind, so once any was run a mount counts as changing for as long
 * as somebody attends to the session ({@code use} is under way, {@code keepAlive()} is called, calls are made) and its
 * idle timeout after that, unless its directory is watched, as with {@link #afterQuiet}, and nothing is seen to change.
 *
 * <p>It begins when the session is handed out by {@code create} or {@code use}, rests while the session is paused, and
 * ends with {@code close()}, whose own upload is the last one, or with {@code detach()}. A handle from {@code get} of a
 * session that this client does not own begins none. A failed upload is an event ({@code AUTO_SYNC}) and the {@code
 * lastFailure} of {@code sessions().owned()}, never the end of anybody's work: it is tried again after pauses that
 * double, up to 15 minutes or the period, whichever is longer. One that would remove more than half of the files is such
 * a failure, and so is one of a mount whose download did not end well: neither is uploaded.
 *
 * <p>While nothing changes it costs a timer and no call, and the session's idle timeout runs. At most 256 mounts of a
 * client upload at once by themselves, the others wait in order.
 */
public final class AutoSync {

    /** The shortest time that is accepted: a sync takes several polls, which all sessions of a client share. */
    public static final Duration SHORTEST = Duration.ofSeconds(5);

    private static final Duration LONGEST = Duration.ofDays(365);
    private static final Duration LEAST_DEFAULT_WAIT = Duration.ofMinutes(1);
    private static final int DEFAULT_WAITS = 10;

    private final Duration interval;
    private final @Nullable Duration longestWait;

    private AutoSync(Duration interval, @Nullable Duration longestWait) {
        this.interval = interval;
        this.longestWait = longestWait;
    }

    /**
     * Uploads once per period if anything may have changed, each time up to a tenth of the period early, so that
     * sessions begun together do not sync together. A period that a slow upload ran over is left out. Once a command or
     * tool was run that is each period, since this rule costs nothing in between and watches nothing.
     *
     * @throws IllegalArgumentException if the period is shorter than {@link #SHORTEST} or longer than a year
     */
    public static AutoSync every(Duration period) {
        return new AutoSync(require(period, "period"), null);
    }

    /**
     * Uploads when nothing changed any more for this long, up to a tenth later, and, while changes keep coming, at the
     * latest after {@link #longestWait()}.
     *
     * <p>Changes are the writes of this client and, once a command or tool was run, what a watch of the mount's
     * directory sees; the watch ends when nobody attended to the session for as long as its idle timeout. Where the
     * session cannot be watched, and beyond 256 watches of a client, a mount counts as changing for as long as a command
     * runs, and is uploaded each {@link #longestWait()} for as long as one may have left a process behind.
     *
     * @throws IllegalArgumentException if the time is shorter than {@link #SHORTEST} or longer than a year
     */
    public static AutoSync afterQuiet(Duration sinceLastChange) {
        var quiet = require(sinceLastChange, "sinceLastChange");
        var wait = quiet.multipliedBy(DEFAULT_WAITS);
        return new AutoSync(quiet, wait.compareTo(LEAST_DEFAULT_WAIT) < 0 ? LEAST_DEFAULT_WAIT : wait);
    }

    /**
     * How long changes that keep coming may put an upload off; by default ten times the quiet time, at least a minute.
     *
     * @throws IllegalArgumentException if this rule does not wait for quiet, or if the wait is shorter than the quiet
     *     time or longer than ten years
     */
    public AutoSync longestWait(Duration wait) {
        if (longestWait == null) {
            throw new IllegalArgumentException("longestWait is of AutoSync.afterQuiet(..) only; every(" + interval
                    + ") syncs each period whatever changes");
        }
        if (wait.compareTo(interval) < 0 || wait.compareTo(LONGEST.multipliedBy(DEFAULT_WAITS)) > 0) {
            throw new IllegalArgumentException(
                    "longestWait must be at least the quiet time of " + interval + " and at most ten years: " + wait);
        }
        return new AutoSync(interval, wait);
    }

    /** The period, or the time without a change that is waited for. */
    public Duration interval() {
        return interval;
    }

    /** How long changes that keep coming may put an upload off; {@code null} for a rule that syncs each period. */
    public @Nullable Duration longestWait() {
        return longestWait;
    }

    private static Duration require(Duration time, String name) {
        if (time.compareTo(SHORTEST) < 0) {
            throw new IllegalArgumentException(
                    name + " must be at least " + SHORTEST.toSeconds() + " s, but was " + time
                            + ": a sync takes several polls, and all sessions of a client share "
                            + "Resilience.pollsPerSecond; for a single save call sync().upload()");
        }
        if (time.compareTo(LONGEST) > 0) {
            throw new IllegalArgumentException(name + " must be at most a year, but was " + time);
        }
        return time;
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof AutoSync that
                && interval.equals(that.interval)
                && Objects.equals(longestWait, that.longestWait);
    }

    @Override
    public int hashCode() {
        return Objects.hash(interval, longestWait);
    }

    @Override
    public String toString() {
        return longestWait == null
                ? "every " + interval
                : "after " + interval + " of quiet, at the latest after " + longestWait;
    }
}
