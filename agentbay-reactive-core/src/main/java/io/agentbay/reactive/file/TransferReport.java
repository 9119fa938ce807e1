package io.agentbay.reactive.file;

import io.agentbay.reactive.common.Report;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * What a finished copy did, counted by this client.
 *
 * @param elapsed from subscription to completion
 * @param filesMoved files whose bytes were sent or fetched
 * @param filesUnchanged files left alone because both sides had the same size and SHA-256
 * @param bytesMoved bytes of the moved files; nothing sent twice counts twice
 * @param filesByRoute how many of the moved files took which way
 * @param comparedBy how files were found unchanged
 * @param skipped selected local entries that are neither files nor directories, relative, in order: links, sockets, devices
 */
public record TransferReport(
        Duration elapsed,
        long filesMoved,
        long filesUnchanged,
        long bytesMoved,
        Map<TransferRoute, Long> filesByRoute,
        ComparedBy comparedBy,
        List<String> skipped)
        implements Report {

    /** Copies the collections. */
    public TransferReport {
        Objects.requireNonNull(elapsed, "elapsed");
        Objects.requireNonNull(comparedBy, "comparedBy");
        filesByRoute = Map.copyOf(filesByRoute);
        skipped = List.copyOf(skipped);
    }

    /** How sizes and hashes of the other side were learned. */
    public enum ComparedBy {
        /** Nothing was there to compare with. */
        NOTHING,
        /** By commands inside the session, which hash without moving bytes. */
        COMMAND,
        /** By reading each file of the same size back through the session's file tools. */
        FILE_TOOL,
        /** By reading each file of the same size back from the store by a signed URL. */
        SIGNED_URL
    }
}
