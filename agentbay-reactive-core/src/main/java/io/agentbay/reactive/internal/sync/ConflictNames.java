package io.agentbay.reactive.internal.sync;

/**
 * Names for versions kept beside another: {@code dir/name.conflict-1a2b3c4d.ext}. The id is of the content, so that
 * keeping the same version twice makes one file.
 */
final class ConflictNames {

    private static final int SHORT = 8;

    private ConflictNames() {}

    static String of(String path, String sha256) {
        return with(path, sha256.length() > SHORT ? sha256.substring(0, SHORT) : sha256);
    }

    /** For the rare case that the short one is another content's. */
    static String longer(String path, String sha256) {
        return with(path, sha256);
    }

    private static String with(String path, String id) {
        int name = path.lastIndexOf('/') + 1;
        int dot = path.lastIndexOf('.');
        int end = dot > name ? dot : path.length();
        return path.substring(0, end) + ".conflict-" + id + path.substring(end);
    }
}
