package io.agentbay.reactive.internal.sync;

import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What both sides of a mount last had in common, file by file; each proven by hash.
 *
 * @param files by path relative to the mount
 */
record Base(Map<String, Common> files) {

    /** Nothing is known: not the same as nothing being there. */
    static final Base NONE = new Base(Map.of());

    /**
     * One file as both sides had it.
     *
     * @param listed how the context listed it then; null when it did not yet
     */
    record Common(long size, String sha256, @Nullable SeenFile listed) {}

    Base {
        files = Map.copyOf(files);
    }

    /**
     * After a sync whose content was compared: what was the same is common now. What one side had deleted meanwhile
     * stays as it was, so that a later merge still sees the deletion.
     */
    Base after(Seen seen, Map<String, SeenFile> listing) {
        Map<String, Common> all = new HashMap<>(files);
        all.keySet().removeIf(path -> seen.sides().nowhere(path));
        seen.hashes().forEach((path, hash) -> {
            SeenFile file = seen.sides().expected().get(path);
            if (file != null) {
                all.put(path, new Common(file.size(), hash, listing.get(path)));
            }
        });
        return new Base(all);
    }
}
