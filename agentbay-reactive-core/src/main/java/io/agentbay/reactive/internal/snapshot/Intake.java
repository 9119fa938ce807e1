package io.agentbay.reactive.internal.snapshot;

import io.agentbay.reactive.internal.file.Pieces;
import io.agentbay.reactive.internal.snapshot.format.Hashes;
import io.agentbay.reactive.internal.snapshot.format.Layout;
import io.agentbay.reactive.internal.snapshot.store.ObjectStore;
import io.agentbay.reactive.internal.snapshot.store.StoredObject;
import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.util.Collection;
import java.util.List;
import java.util.stream.Collectors;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Reads files of a source, each once, and stores what is not known; a file that is gone is left out. */
final class Intake {

    private final ObjectStore source;
    private final Tools tools;
    private final TakeMeter meter;
    private final Known known;
    private final Uploads uploads;
    private final Bundler bundler;

    Intake(ObjectStore source, Tools tools, TakeMeter meter, Known known, Uploads uploads) {
        this.source = source;
        this.tools = tools;
        this.meter = meter;
        this.known = known;
        this.uploads = uploads;
        this.bundler = new Bundler(uploads, known);
    }

    Known known() {
        return known;
    }

    Uploads uploads() {
        return uploads;
    }

    /** All of these; what is emitted is stored once this completes. */
    Flux<Taken> take(Collection<StoredObject> files) {
        var bySize = files.stream().collect(Collectors.partitioningBy(file -> file.size() < Layout.SMALL));
        var small = Flux.fromIterable(part(bySize.get(true)))
                .flatMap(this::small, Limits.SMALL_AT_ONCE, 1)
                .flatMap(bundler::stored, Limits.OBJECTS_AT_ONCE, 1)
                .concatWith(bundler.flush().thenMany(Flux.empty()));
        var large = Flux.fromIterable(part(bySize.get(false))).concatMap(this::large, 1);
        return Flux.merge(small, large)
                .doOnNext(taken ->
                        meter.processed(taken.file().name(), taken.file().size()));
    }

    private static List<StoredObject> part(java.util.@org.jspecify.annotations.Nullable List<StoredObject> files) {
        return files == null ? List.of() : files;
    }

    private Mono<Bundler.Placed> small(StoredObject file) {
        return source.get(file.name())
                .doOnNext(piece -> meter.read(piece.remaining()))
                .<ByteArrayOutputStream>reduceWith(ByteArrayOutputStream::new, Intake::add)
                .map(bytes -> bundler.place(file, bytes.toByteArray()))
                .onErrorResume(GrownException.class, grown -> large(file).map(taken -> new Bundler.Placed(taken, null)))
                .onErrorResume(Damage::isAbsent, gone -> Mono.empty());
    }

    private static ByteArrayOutputStream add(ByteArrayOutputStream out, ByteBuffer piece) {
        if (out.size() + piece.remaining() >= Layout.SMALL) {
            throw new GrownException();
        }
        var copy = new byte[piece.remaining()];
        piece.get(copy);
        out.writeBytes(copy);
        return out;
    }

    private Mono<Taken> large(StoredObject file) {
        return Mono.defer(() -> {
                    var digest = Hashes.sha256();
                    return Pieces.of(source.get(file.name()), Layout.OBJECT)
                            .publishOn(tools.runtime().files(), 1)
                            .doOnNext(piece -> digest.update(piece.duplicate()))
                            .doOnNext(piece -> meter.read(piece.remaining()))
                            .flatMapSequential(this::object, Limits.OBJECTS_AT_ONCE, 1)
                            .collectList()
                            .map(slices -> new Taken(file, length(slices), Hashes.hex(digest), slices));
                })
                .onErrorResume(Damage::isAbsent, gone -> Mono.empty());
    }

    private static long length(List<Slot.Slice> slices) {
        return slices.stream().mapToLong(Slot.Slice::length).sum();
    }

    private Mono<Slot.Slice> object(ByteBuffer piece) {
        var length = piece.remaining();
        var contentId = Hashes.of(piece.array(), 0, length);
        var own = new Slot();
        var slot = known.object(contentId, () -> own);
        var slice = new Slot.Slice(slot, 0, length);
        return slot == own
                ? uploads.store(own, piece.array(), length, contentId).thenReturn(slice)
                : Mono.just(slice);
    }

    /** A file listed as small is not small any more. */
    private static final class GrownException extends RuntimeException {

        private static final long serialVersionUID = 1L;

        GrownException() {
            super(null, null, false, false);
        }
    }
}
