package io.agentbay.reactive.internal.file;

import java.util.List;
import reactor.core.publisher.Flux;

/** Groups files until a group has enough files or enough bytes. */
final class Batches {

    private int files;
    private long bytes;

    private Batches() {}

    static Flux<List<LocalFile>> of(Flux<LocalFile> files) {
        return Flux.defer(() -> {
            var batches = new Batches();
            return files.bufferUntil(batches::isFull);
        });
    }

    private boolean isFull(LocalFile file) {
        files++;
        bytes += file.size();
        var full = files >= Limits.BATCH_FILES || bytes >= Limits.BATCH_BYTES;
        if (full) {
            files = 0;
            bytes = 0;
        }
        return full;
    }
}
