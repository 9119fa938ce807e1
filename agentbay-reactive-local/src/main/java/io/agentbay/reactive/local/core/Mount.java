package io.agentbay.reactive.local.core;

import java.time.Instant;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * A context mounted in a session.
 *
 * @param context the context
 * @param path where, as the caller wrote it
 * @param root the same, normalised
 * @param policy what its policy asks for
 * @param policyText the policy as given
 * @param bound when it was mounted
 * @param listedFrom since when the session describes it
 * @param known keys this session has downloaded or uploaded
 * @param internal whether it serves file transfers and is not described
 */
record Mount(
        StoredContext context,
        String path,
        String root,
        MountPolicy policy,
        String policyText,
        Instant bound,
        Instant listedFrom,
        Set<String> known,
        boolean internal) {

    static Mount of(StoredContext context, String path, String policyText, Instant now, MountModel model) {
        String root = root(path);
        MountPolicy policy = PolicyReader.read(policyText, model);
        return new Mount(context, path, root, policy, policyText, now, now, ConcurrentHashMap.newKeySet(), false);
    }

    /** One for file transfers: it has a directory of its own, but takes any path, because clients transfer to any. */
    static Mount internal(StoredContext context, String path, Instant now) {
        return new Mount(context, path, "/", MountPolicy.BY_CALL, "", now, now, ConcurrentHashMap.newKeySet(), true);
    }

    /** The same, described only later. */
    Mount listedFrom(Instant later) {
        return new Mount(context, path, root, policy, policyText, bound, later, known, internal);
    }

    private static String root(String path) {
        if (!path.startsWith("/") && !Keys.isWindows(path)) {
            throw ServiceError.invalid("Path", "must be absolute");
        }
        return Keys.path("Path", path);
    }

    /** Its directory in the session. */
    String directory() {
        return internal ? Keys.path("Path", path) : root;
    }

    /** The key of a path in the session that lies in this mount. */
    String key(String sessionPath, StorageModel model) {
        return Keys.join(keyRoot(model), Keys.below(root, sessionPath));
    }

    /** The path below the mount of a key that lies in it, with its leading slash. */
    String below(String key, StorageModel model) {
        return Keys.below(keyRoot(model), key);
    }

    /** The key of the one archive of an archived mount: in its root, named like it. */
    String archiveKey(StorageModel model) {
        String root = keyRoot(model);
        return Keys.join(root, "/" + (root.equals("/") ? "mount" : Keys.name(root)) + ".archive.zip");
    }

    /** Whether an upload that does not find this key in the session deletes it. */
    boolean deletes(String key, StorageModel model) {
        return policy.propagateDeletes()
                && model.deletes() != StorageModel.Deletes.NEVER
                && policy.includes(below(key, model))
                && (model.deletes() == StorageModel.Deletes.MIRROR || known.contains(key));
    }

    String keyRoot(StorageModel model) {
        boolean relative = model.keys() == StorageModel.Keys.RELATIVE && !internal;
        return relative ? "/" : policy.mappedFrom().orElse(root);
    }
}
