package io.agentbay.reactive.internal.snapshot;

import io.agentbay.reactive.common.ContextId;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** Contexts this client used as stores. */
public final class KnownStores {

    private final Set<ContextId> ids = ConcurrentHashMap.newKeySet();

    void add(ContextId id) {
        ids.add(id);
    }

    void remove(ContextId id) {
        ids.remove(id);
    }

    public boolean contains(ContextId id) {
        return ids.contains(id);
    }
}
