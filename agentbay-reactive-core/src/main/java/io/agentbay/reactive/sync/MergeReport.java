package io.agentbay.reactive.sync;

import io.agentbay.reactive.common.Report;
import io.agentbay.reactive.common.Tally;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What a merge did; both sides were read again afterwards and are the same in every file it touched.
 *
 * @param uploaded files written to and deleted from contexts
 * @param downloaded files written to and deleted from the session
 * @param conflicts files that had changed on both sides, by path, and what became of each
 * @param elapsed from subscription to completion, on this client's monotonic clock
 */
public record MergeReport(Tally uploaded, Tally downloaded, List<Conflict> conflicts, Duration elapsed)
        implements Report {

    /** Checks that all is there and copies the list. */
    public MergeReport {
        Objects.requireNonNull(uploaded, "uploaded");
        Objects.requireNonNull(downloaded, "downloaded");
        Objects.requireNonNull(elapsed, "elapsed");
        conflicts = List.copyOf(conflicts);
    }

    /**
     * A file that had changed on both sides in different ways.
     *
     * @param path absolute, in the session
     * @param session what the session held; {@code null} when it was deleted there
     * @param context what the context held; {@code null} when it was deleted there
     * @param resolution what was done
     * @param keptCopy where the session's version was kept, absolute; {@code null} unless both were kept
     */
    public record Conflict(
            String path,
            @Nullable Version session,
            @Nullable Version context,
            Resolution resolution,
            @Nullable String keptCopy) {

        /** Checks that all is there. */
        public Conflict {
            Objects.requireNonNull(path, "path");
            Objects.requireNonNull(resolution, "resolution");
        }
    }

    /**
     * What a file held.
     *
     * @param size in bytes
     * @param sha256 of its content, lower-case hex
     */
    public record Version(long size, String sha256) {

        /** Checks that all is there. */
        public Version {
            Objects.requireNonNull(sha256, "sha256");
        }
    }

    /** What was done about a conflict. */
    public enum Resolution {
        /** The session's version is on both sides now. */
        SESSION_KEPT("the session's version was kept"),
        /** The context's version is on both sides now. */
        CONTEXT_KEPT("the context's version was kept"),
        /** The context's version has the name, the session's a name beside it, on both sides. */
        BOTH_KEPT("both versions were kept");

        private final String words;

        Resolution(String words) {
            this.words = words;
        }

        @Override
        public String toString() {
            return words;
        }
    }
}
