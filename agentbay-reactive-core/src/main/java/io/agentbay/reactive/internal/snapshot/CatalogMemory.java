package io.agentbay.reactive.internal.snapshot;

import io.agentbay.reactive.internal.snapshot.format.CatalogName;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** What this client wrote to and removed from one catalog: listings may lag, reading by name does not. */
final class CatalogMemory {

    private static final int KEPT = 1_000;

    private final Set<CatalogName> written = new LinkedHashSet<>();
    private final Set<CatalogName> removed = new LinkedHashSet<>();

    synchronized void written(CatalogName name) {
        written.add(name);
        bound(written);
    }

    synchronized void removed(CatalogName name) {
        written.remove(name);
        removed.add(name);
        bound(removed);
    }

    synchronized List<CatalogName> written() {
        return List.copyOf(written);
    }

    synchronized boolean isRemoved(CatalogName name) {
        return removed.contains(name);
    }

    private static void bound(Set<CatalogName> names) {
        if (names.size() > KEPT) {
            var oldest = names.iterator();
            oldest.next();
            oldest.remove();
        }
    }
}
