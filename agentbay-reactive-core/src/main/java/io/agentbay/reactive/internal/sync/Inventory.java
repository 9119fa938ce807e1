package io.agentbay.reactive.internal.sync;

import java.util.HashMap;
import java.util.Map;
import java.util.function.Predicate;

/**
 * What a context held of a mount at one time.
 *
 * @param byKey whether each file was asked for by its key, which tells the store's version of it; otherwise they are as
 *     a listing tells them, which lags and knows times to the second
 * @param files by path relative to the mount
 */
record Inventory(boolean byKey, Map<String, SeenFile> files) {

    Inventory {
        files = Map.copyOf(files);
    }

    /** Its fingerprint. */
    String version() {
        return Versions.of(this);
    }

    /** Those of its files whose paths pass. */
    Inventory filter(Predicate<String> which) {
        Map<String, SeenFile> some = new HashMap<>(files);
        some.keySet().removeIf(which.negate());
        return new Inventory(byKey, some);
    }

    /** The same after others of its files were looked at again. */
    Inventory with(Inventory later) {
        Map<String, SeenFile> all = new HashMap<>(files);
        all.putAll(later.files);
        return new Inventory(byKey && later.byKey, all);
    }
}
