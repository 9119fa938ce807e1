package io.agentbay.reactive.event;

import io.agentbay.reactive.common.Figure;
import java.time.Duration;
import java.util.Objects;
import java.util.OptionalDouble;
import org.jspecify.annotations.Nullable;

/**
 * How far an operation is: an immutable snapshot. What is not known is {@code null}, never a guess in disguise; each
 * figure says whether it was measured, observed or estimated.
 *
 * @param phase what is going on now
 * @param attempt 1 for the first; figures of a later attempt start over
 * @param filesDone files finished, whether they had to move or not
 * @param filesTotal files in all
 * @param bytesDone bytes of those files: processed, whether they had to move or not
 * @param bytesTotal bytes in all
 * @param bytesRead bytes really read of what is processed, where an operation tells them apart: less than done where
 *     unchanged files are not read, more where something had to be read again
 * @param bytesStored bytes really written, as they are stored: less than read where content is known already or gets
 *     smaller
 * @param bytesPerSecond recent rate
 * @param remaining estimated time left
 * @param current what is being worked on, for people to read
 */
public record Progress(
        Phase phase,
        int attempt,
        @Nullable Figure filesDone,
        @Nullable Figure filesTotal,
        @Nullable Figure bytesDone,
        @Nullable Figure bytesTotal,
        @Nullable Figure bytesRead,
        @Nullable Figure bytesStored,
        @Nullable Double bytesPerSecond,
        @Nullable Duration remaining,
        @Nullable String current) {

    /** Checks phase and attempt. */
    public Progress {
        Objects.requireNonNull(phase, "phase");
        if (attempt < 1) {
            throw new IllegalArgumentException("attempt counts from 1, but was " + attempt);
        }
    }

    /** Progress that knows its phase and nothing else yet. */
    public static Progress in(Phase phase) {
        return new Progress(phase, 1, null, null, null, null, null, null, null, null, null);
    }

    /** The same figures in another phase. */
    public Progress withPhase(Phase next) {
        return new Progress(
                next,
                attempt,
                filesDone,
                filesTotal,
                bytesDone,
                bytesTotal,
                bytesRead,
                bytesStored,
                bytesPerSecond,
                remaining,
                current);
    }

    /** The same with another item named as the current one. */
    public Progress withCurrent(@Nullable String item) {
        return new Progress(
                phase,
                attempt,
                filesDone,
                filesTotal,
                bytesDone,
                bytesTotal,
                bytesRead,
                bytesStored,
                bytesPerSecond,
                remaining,
                item);
    }

    /** The same with other counts of files. */
    public Progress withFiles(@Nullable Figure done, @Nullable Figure total) {
        return new Progress(
                phase,
                attempt,
                done,
                total,
                bytesDone,
                bytesTotal,
                bytesRead,
                bytesStored,
                bytesPerSecond,
                remaining,
                current);
    }

    /** The same with other counts of bytes. */
    public Progress withBytes(@Nullable Figure done, @Nullable Figure total) {
        return new Progress(
                phase,
                attempt,
                filesDone,
                filesTotal,
                done,
                total,
                bytesRead,
                bytesStored,
                bytesPerSecond,
                remaining,
                current);
    }

    /** The same with other counts of bytes really read and really stored. */
    public Progress withMoved(@Nullable Figure read, @Nullable Figure stored) {
        return new Progress(
                phase,
                attempt,
                filesDone,
                filesTotal,
                bytesDone,
                bytesTotal,
                read,
                stored,
                bytesPerSecond,
                remaining,
                current);
    }

    /** The same with another rate and time left. */
    public Progress withRate(@Nullable Double perSecond, @Nullable Duration left) {
        return new Progress(
                phase,
                attempt,
                filesDone,
                filesTotal,
                bytesDone,
                bytesTotal,
                bytesRead,
                bytesStored,
                perSecond,
                left,
                current);
    }

    /** The same in another attempt. */
    public Progress withAttempt(int number) {
        return new Progress(
                phase,
                number,
                filesDone,
                filesTotal,
                bytesDone,
                bytesTotal,
                bytesRead,
                bytesStored,
                bytesPerSecond,
                remaining,
                current);
    }

    /**
     * Share done between 0 and 1, by bytes where their total is known and not zero, else by files; empty when neither
     * total is known.
     */
    public OptionalDouble ratio() {
        OptionalDouble bytes = ratio(bytesDone, bytesTotal);
        return bytes.isPresent() ? bytes : ratio(filesDone, filesTotal);
    }

    private static OptionalDouble ratio(@Nullable Figure done, @Nullable Figure total) {
        if (done == null || total == null || total.value() <= 0) {
            return OptionalDouble.empty();
        }
        return OptionalDouble.of(Math.min(1.0, (double) done.value() / total.value()));
    }

    /** The phases of an operation; not every kind passes through all. */
    public enum Phase {
        /** Looking at what there is to do. */
        PLANNING,
        /** The service was asked to begin. */
        TRIGGERED,
        /** The service has not begun yet. */
        QUEUED,
        /** Bytes move. */
        TRANSFERRING,
        /** Waiting for evidence that it arrived. */
        CONFIRMING,
        /** Comparing content. */
        VERIFYING,
        /** Ended, in whichever way. */
        DONE
    }
}
