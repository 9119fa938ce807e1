package io.agentbay.reactive.internal.snapshot;

import io.agentbay.reactive.common.ContextId;
import io.agentbay.reactive.common.ContextRef;
import io.agentbay.reactive.context.AgentBayContext;
import io.agentbay.reactive.context.ContextOperations;
import io.agentbay.reactive.file.FileStore;
import io.agentbay.reactive.internal.context.KnownStores;
import io.agentbay.reactive.internal.snapshot.store.DirectoryObjects;
import io.agentbay.reactive.internal.snapshot.store.FileObjects;
import io.agentbay.reactive.internal.snapshot.store.ObjectStore;
import io.agentbay.reactive.snapshot.SnapshotStore;
import io.agentbay.reactive.snapshot.SnapshotStore.InContext;
import io.agentbay.reactive.snapshot.SnapshotStore.InDirectory;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

/** Opens stores, sources and targets; remembers per store what this client wrote there. */
final class Vaults {

    private final ContextOperations contexts;
    private final Function<ContextId, FileStore> files;
    private final Tools tools;
    private final KnownStores known;
    private final Map<String, CatalogMemory> memories = new ConcurrentHashMap<>();

    Vaults(ContextOperations contexts, Function<ContextId, FileStore> files, Tools tools, KnownStores known) {
        this.contexts = contexts;
        this.files = files;
        this.tools = tools;
        this.known = known;
    }

    /** The store of a source; empty when it was never made. */
    Mono<Vault> open(@Nullable SnapshotStore place, ContextRef source) {
        return place == null
                ? contexts.find(companionName(source)).map(this::companion)
                : Mono.fromSupplier(() -> of(place));
    }

    /** The store of a source, made if there is none. */
    Mono<Vault> make(@Nullable SnapshotStore place, ContextRef source) {
        return place == null
                ? contexts.getOrCreate(companionName(source)).map(this::companion)
                : Mono.fromSupplier(() -> of(place));
    }

    private static String companionName(ContextRef source) {
        return KnownStores.COMPANION + source.id().value();
    }

    private Vault companion(AgentBayContext context) {
        return inContext(context.id(), false);
    }

    private Vault of(SnapshotStore place) {
        if (place instanceof InDirectory local) {
            return inDirectory(local.directory().toAbsolutePath().normalize());
        }
        return inContext(((InContext) place).context(), true);
    }

    private Vault inContext(ContextId id, boolean shared) {
        known.add(id);
        return vault(context(id), "the context " + id.value(), shared, id);
    }

    private Vault inDirectory(Path directory) {
        return vault(directory(directory), "the directory " + directory, true, null);
    }

    private Vault vault(ObjectStore store, String label, boolean shared, @Nullable ContextId id) {
        var memory = memories.computeIfAbsent(label, made -> new CatalogMemory());
        return new Vault(store, new Catalog(store, tools, memory), label, shared, id);
    }

    /** The store is none any more; a companion is of no other use and deleted. */
    Mono<Void> release(Vault vault) {
        return Mono.defer(() -> {
            var id = vault.context();
            if (id == null) {
                return Mono.empty();
            }
            known.remove(id);
            return vault.shared() ? Mono.empty() : contexts.delete(id);
        });
    }

    /** The files of a context, as a source or a target. */
    ObjectStore context(ContextId id) {
        return new FileObjects(files.apply(id));
    }

    ObjectStore directory(Path directory) {
        return new DirectoryObjects(tools.runtime().localFiles(), directory);
    }
}
