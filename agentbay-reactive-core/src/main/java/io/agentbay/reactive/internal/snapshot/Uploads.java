package io.agentbay.reactive.internal.snapshot;

import io.agentbay.reactive.internal.snapshot.format.Encoding;
import io.agentbay.reactive.internal.snapshot.format.ObjectNames;
import io.agentbay.reactive.internal.snapshot.format.StoredContent;
import io.agentbay.reactive.internal.snapshot.format.Zlib;
import io.agentbay.reactive.internal.snapshot.store.ObjectStore;
import java.util.ArrayList;
import java.util.List;
import reactor.core.publisher.Mono;

/** Stores content under new names, all in the folder of one run, compressed where that pays. */
final class Uploads {

    private final ObjectStore store;
    private final Tools tools;
    private final TakeMeter meter;
    private final String run;
    private final List<StoredContent> stored = new ArrayList<>();

    Uploads(ObjectStore store, Tools tools, TakeMeter meter) {
        this.store = store;
        this.tools = tools;
        this.meter = meter;
        this.run = tools.newRun();
    }

    String run() {
        return run;
    }

    /** What this run stored so far. */
    synchronized List<StoredContent> stored() {
        return List.copyOf(stored);
    }

    /**
     * Stores content and fills the slot.
     *
     * @param contentId SHA-256 of the first {@code length} bytes
     */
    Mono<Void> store(Slot slot, byte[] bytes, int length, String contentId) {
        return Mono.fromSupplier(() -> pack(bytes, length))
                .subscribeOn(tools.runtime().files())
                .flatMap(packed -> put(slot, packed, length, contentId));
    }

    private static Packed pack(byte[] bytes, int length) {
        if (Zlib.pays(bytes, length)) {
            var room = new byte[length - length / 10];
            var size = Zlib.deflate(bytes, length, room);
            if (size >= 0) {
                return new Packed(room, size, Encoding.ZLIB);
            }
        }
        return new Packed(bytes, length, Encoding.RAW);
    }

    private Mono<Void> put(Slot slot, Packed packed, int size, String contentId) {
        var name = ObjectNames.of(run, contentId, tools.runtime().random().nextLong());
        var content = new StoredContent(name, size, packed.size(), packed.encoding());
        return store.put(content.path(), packed).doOnSuccess(done -> {
            slot.fill(content);
            add(content);
            meter.stored(content.stored());
        });
    }

    private synchronized void add(StoredContent content) {
        stored.add(content);
    }
}
