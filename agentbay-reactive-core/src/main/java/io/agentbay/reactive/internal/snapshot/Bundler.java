package io.agentbay.reactive.internal.snapshot;

import io.agentbay.reactive.internal.snapshot.format.Hashes;
import io.agentbay.reactive.internal.snapshot.format.Layout;
import io.agentbay.reactive.internal.snapshot.store.StoredObject;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * Puts small files together into objects; content that is known already only once. What looks compressible and what does
 * not stand apart, so that neither decides for the other whether compressing pays.
 */
final class Bundler {

    private final Uploads uploads;
    private final Known known;
    private @Nullable Bundle loose;
    private @Nullable Bundle dense;

    Bundler(Uploads uploads, Known known) {
        this.uploads = uploads;
        this.known = known;
    }

    /** Takes a file in; a bundle that it filled has to be stored. */
    Placed place(StoredObject file, byte[] bytes) {
        var sha256 = Hashes.of(bytes);
        var full = new Bundle[1];
        var slices = place(sha256, bytes, full);
        return new Placed(new Taken(file, bytes.length, sha256, slices), full[0]);
    }

    private synchronized List<Slot.Slice> place(String sha256, byte[] bytes, Bundle[] full) {
        if (bytes.length == 0) {
            return List.of();
        }
        var there = known.file(sha256);
        if (there != null) {
            return there;
        }
        var isDense = Density.isDense(bytes);
        var open = isDense ? dense : loose;
        var bundle = open == null ? new Bundle() : open;
        var slice = bundle.add(bytes);
        known.add(sha256, slice);
        keep(isDense, bundle.isFull() ? null : bundle);
        full[0] = bundle.isFull() ? bundle : null;
        return List.of(slice);
    }

    private void keep(boolean isDense, @Nullable Bundle open) {
        if (isDense) {
            dense = open;
        } else {
            loose = open;
        }
    }

    /** Stores what a file filled, if it did. */
    Mono<Taken> stored(Placed placed) {
        return placed.full == null
                ? Mono.just(placed.taken)
                : store(placed.full).thenReturn(placed.taken);
    }

    /** Stores what is still open. */
    Mono<Void> flush() {
        return Flux.defer(() -> Flux.fromIterable(take()))
                .concatMap(this::store)
                .then();
    }

    private synchronized List<Bundle> take() {
        var open = Stream.of(Optional.ofNullable(loose), Optional.ofNullable(dense))
                .flatMap(Optional::stream)
                .toList();
        loose = null;
        dense = null;
        return open;
    }

    private Mono<Void> store(Bundle bundle) {
        return Mono.defer(
                () -> uploads.store(bundle.slot, bundle.bytes, bundle.size, Hashes.of(bundle.bytes, 0, bundle.size)));
    }

    /**
     * A file that has its place.
     *
     * @param full the bundle it filled, if it did
     */
    record Placed(Taken taken, @Nullable Bundle full) {}

    /** Small files one after another, in an array that never has to grow. */
    static final class Bundle {

        private static final int FULL = Layout.BUNDLE - Layout.SMALL;

        private final Slot slot = new Slot();
        private final byte[] bytes = new byte[Layout.BUNDLE];
        private int size;

        Slot.Slice add(byte[] file) {
            var slice = new Slot.Slice(slot, size, file.length);
            System.arraycopy(file, 0, bytes, size, file.length);
            size += file.length;
            return slice;
        }

        boolean isFull() {
            return size > FULL;
        }
    }
}
