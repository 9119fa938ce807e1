package io.agentbay.reactive.internal.snapshot;

import io.agentbay.reactive.internal.snapshot.format.Hashes;
import io.agentbay.reactive.internal.snapshot.format.Layout;
import io.agentbay.reactive.internal.snapshot.store.StoredObject;
import java.io.ByteArrayOutputStream;
import java.util.List;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

/** Puts small files together into objects; content that is known already only once. */
final class Bundler {

    private final Uploads uploads;
    private final Known known;
    private @Nullable Bundle open;

    Bundler(Uploads uploads, Known known) {
        this.uploads = uploads;
        this.known = known;
    }

    /** Takes a file in; whoever fills a bundle stores it, and so waits for the store. */
    Mono<Taken> add(StoredObject file, byte[] bytes) {
        return Mono.defer(() -> {
            var sha256 = Hashes.of(bytes);
            var full = new Bundle[1];
            var slices = place(sha256, bytes, full);
            var taken = new Taken(file, bytes.length, sha256, slices);
            return full[0] == null ? Mono.just(taken) : store(full[0]).thenReturn(taken);
        });
    }

    private synchronized List<Slot.Slice> place(String sha256, byte[] bytes, Bundle[] full) {
        if (bytes.length == 0) {
            return List.of();
        }
        var there = known.file(sha256);
        if (there != null) {
            return there;
        }
        var bundle = open == null ? new Bundle() : open;
        var slice = bundle.add(bytes);
        known.add(sha256, slice);
        open = bundle.isFull() ? null : bundle;
        full[0] = bundle.isFull() ? bundle : full[0];
        return List.of(slice);
    }

    /** Stores what is still open. */
    Mono<Void> flush() {
        return Mono.defer(() -> {
            var last = take();
            return last == null ? Mono.empty() : store(last);
        });
    }

    private synchronized @Nullable Bundle take() {
        var last = open;
        open = null;
        return last;
    }

    private Mono<Void> store(Bundle bundle) {
        return Mono.defer(() -> {
            var bytes = bundle.bytes.toByteArray();
            return uploads.store(bundle.slot, bytes, bytes.length, Hashes.of(bytes));
        });
    }

    /** Small files one after another. */
    private static final class Bundle {

        private static final int FULL = Layout.BUNDLE - Layout.SMALL;

        private final Slot slot = new Slot();
        private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();

        Slot.Slice add(byte[] file) {
            var offset = bytes.size();
            bytes.writeBytes(file);
            return new Slot.Slice(slot, offset, file.length);
        }

        boolean isFull() {
            return bytes.size() > FULL;
        }
    }
}
