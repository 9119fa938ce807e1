package io.agentbay.reactive.internal.sync;

import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The listings behind the versions this client reported last, so that a conflict can name what changed since. A version
 * that is not here any more still tells that something did. Safe for use from any thread.
 */
final class KnownListings {

    private static final int REMEMBERED_FILES = 100_000;

    private final Map<String, Map<String, SeenFile>> byVersion = new LinkedHashMap<>(16, 0.75f, true);
    private int files;

    /** Remembers a listing; its version. */
    synchronized String add(Inventory inventory) {
        Map<String, SeenFile> listing = inventory.files();
        String version = inventory.version();
        if (byVersion.put(version, listing) == null) {
            files += weight(listing);
        }
        forgetOldest();
        return version;
    }

    synchronized @Nullable Map<String, SeenFile> find(String version) {
        return byVersion.get(version);
    }

    private void forgetOldest() {
        var oldest = byVersion.values().iterator();
        while (files > REMEMBERED_FILES && oldest.hasNext()) {
            files -= weight(oldest.next());
            oldest.remove();
        }
    }

    private static int weight(Map<String, SeenFile> listing) {
        return listing.size() + 1;
    }
}
