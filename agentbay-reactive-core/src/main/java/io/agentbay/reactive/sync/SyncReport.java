package io.agentbay.reactive.sync;

import io.agentbay.reactive.common.MountOutcome;
import io.agentbay.reactive.common.MountOutcome.Level;
import io.agentbay.reactive.common.Report;
import io.agentbay.reactive.common.Tally;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What a finished sync confirmed, mount by mount.
 *
 * @param direction which way
 * @param mounts one for each mount, in the order of the request or of the session's mounts
 * @param phases where the time went; with several mounts, the longest of each
 * @param elapsed from subscription to completion, on this client's monotonic clock
 * @param polls how many answers of the service were read for it; an answer read for several mounts counts for each
 */
public record SyncReport(Direction direction, List<MountReport> mounts, Phases phases, Duration elapsed, int polls)
        implements Report {

    /** Checks that all is there and copies the list. */
    public SyncReport {
        Objects.requireNonNull(direction, "direction");
        Objects.requireNonNull(phases, "phases");
        Objects.requireNonNull(elapsed, "elapsed");
        mounts = List.copyOf(mounts);
    }

    /** Whether every mount was compared by hash. */
    public boolean verified() {
        return mounts.stream().allMatch(mount -> mount.outcome().level() == Level.VERIFIED);
    }

    /** Which way a sync goes. */
    public enum Direction {
        /** Session to context. */
        UPLOAD("session -> context"),
        /** Context to session. */
        DOWNLOAD("context -> session");

        private final String arrow;

        Direction(String arrow) {
            this.arrow = arrow;
        }

        @Override
        public String toString() {
            return arrow;
        }
    }

    /**
     * Where the time went, measured by this client.
     *
     * @param trigger from subscription until the service acknowledged the trigger, waiting for earlier syncs included
     * @param queue from then until the task was first seen running, or ended
     * @param transfer from then until it was first seen ended
     * @param confirm from then to completion: listing and comparing
     */
    public record Phases(Duration trigger, Duration queue, Duration transfer, Duration confirm) {

        /** No time at all. */
        public static final Phases NONE = new Phases(Duration.ZERO, Duration.ZERO, Duration.ZERO, Duration.ZERO);

        /** Checks that all is there. */
        public Phases {
            Objects.requireNonNull(trigger, "trigger");
            Objects.requireNonNull(queue, "queue");
            Objects.requireNonNull(transfer, "transfer");
            Objects.requireNonNull(confirm, "confirm");
        }
    }

    /**
     * One mount of a sync.
     *
     * @param outcome what became of it, and on which evidence
     * @param files files added, changed, removed and left alone by it, as far as that is known
     * @param bytes the same in bytes
     * @param serviceStart when the service says it began, to the second, by its clock; {@code null} without a task
     * @param serviceEnd when the service says it ended, to the second, by its clock; {@code null} without a task
     * @param match how the service's task was recognised as this mount's
     * @param coverage how much was looked at beyond the service's word
     * @param version a fingerprint of what the context held of this mount, for {@link
     *     UploadRequest#ifUnchangedSince}: text that says nothing else and may be stored. It is there after an upload
     *     at {@code LISTED} or more, after a download at {@code VERIFIED}, and where {@code versioned()} asked for it;
     *     otherwise {@code null}, because listing costs calls
     */
    public record MountReport(
            MountOutcome outcome,
            Tally files,
            Tally bytes,
            @Nullable Instant serviceStart,
            @Nullable Instant serviceEnd,
            Match match,
            Coverage coverage,
            @Nullable String version) {

        /** Checks that all is there. */
        public MountReport {
            Objects.requireNonNull(outcome, "outcome");
            Objects.requireNonNull(files, "files");
            Objects.requireNonNull(bytes, "bytes");
            Objects.requireNonNull(match, "match");
            Objects.requireNonNull(coverage, "coverage");
        }
    }

    /** How a task of the service was recognised as a mount's. */
    public enum Match {
        /** Same context, direction and path. */
        EXACT,
        /** The same but for a trailing slash. */
        WITHOUT_TRAILING_SLASH,
        /** Same context and direction only, which is enough when the context is mounted once in the session. */
        CONTEXT_ALONE,
        /** There was no task. */
        NO_TASK
    }

    /**
     * How much was looked at beyond the service's word.
     *
     * @param expected files that were to be on the receiving side
     * @param listed of those, the ones seen there with their size
     * @param hashed of those, the ones compared by SHA-256
     */
    public record Coverage(long expected, long listed, long hashed) {

        /** Nothing was looked at. */
        public static final Coverage NONE = new Coverage(0, 0, 0);
    }
}
