package io.agentbay.reactive.snapshot;

import io.agentbay.reactive.file.FileEntry;
import java.util.Objects;

/**
 * A file as one snapshot holds it.
 *
 * @param snapshot which snapshot
 * @param file path, size and time it had
 * @param sha256 SHA-256 of its bytes, lower-case hex
 */
public record FileVersion(Snapshot snapshot, FileEntry file, String sha256) {

    /** Checks that all is there. */
    public FileVersion {
        Objects.requireNonNull(snapshot, "snapshot");
        Objects.requireNonNull(file, "file");
        Objects.requireNonNull(sha256, "sha256");
    }
}
