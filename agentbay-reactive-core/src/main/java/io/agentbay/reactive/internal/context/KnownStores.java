package io.agentbay.reactive.internal.context;

import io.agentbay.reactive.common.ContextId;
import io.agentbay.reactive.error.ErrorDetails;
import io.agentbay.reactive.error.InvalidRequestException;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** Contexts this client knows to hold snapshots, by their name or because it used them so. Safe for many threads. */
public final class KnownStores {

    /** What the names of stores made by clients begin with; the id of the context they belong to follows. */
    public static final String COMPANION = "agentbay-snapshots-of-";

    private final Set<ContextId> ids = ConcurrentHashMap.newKeySet();

    public void add(ContextId id) {
        ids.add(id);
    }

    public void remove(ContextId id) {
        ids.remove(id);
    }

    public boolean contains(ContextId id) {
        return ids.contains(id);
    }

    void seen(ContextId id, String name) {
        if (name.startsWith(COMPANION)) {
            ids.add(id);
        }
    }

    /** Why a store is not deleted or cleared. */
    InvalidRequestException refusal(String operation, ContextId id) {
        return new InvalidRequestException(
                "the context " + id + " holds snapshots; delete them by snapshots().store(..).delete()",
                0,
                ErrorDetails.of(operation).attempts(0));
    }
}
