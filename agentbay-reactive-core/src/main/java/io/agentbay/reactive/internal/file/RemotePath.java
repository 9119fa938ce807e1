package io.agentbay.reactive.internal.file;

import java.util.Objects;

/** The rules of absolute paths with forward slashes. */
final class RemotePath {

    private static final int LONGEST = 4096;

    private RemotePath() {}

    /** The path without a trailing slash; throws for one no service can mean. */
    static String check(String path) {
        Objects.requireNonNull(path, "path");
        if (!path.startsWith("/")) {
            throw new IllegalArgumentException("path must be absolute, such as /mnt/data/a.txt, but was: " + path);
        }
        if (path.length() > LONGEST) {
            throw new IllegalArgumentException("path must have at most 4,096 characters, but has " + path.length());
        }
        if (path.chars().anyMatch(ch -> ch == 0 || ch == '\n' || ch == '\r')) {
            throw new IllegalArgumentException("path must not contain line breaks or the zero character");
        }
        for (String name : path.split("/", -1)) {
            if (name.equals("..") || name.equals(".")) {
                throw new IllegalArgumentException("path must not contain . or .. as a name: " + path);
            }
        }
        return trim(path);
    }

    /** The path of a file, which is not the root. */
    static String checkFile(String path) {
        var checked = check(path);
        if (checked.equals("/")) {
            throw new IllegalArgumentException("path must name a file, but was /");
        }
        return checked;
    }

    static String trim(String path) {
        var end = path.length();
        while (end > 1 && path.charAt(end - 1) == '/') {
            end--;
        }
        return path.substring(0, end);
    }

    static String resolve(String directory, String relative) {
        return relative.isEmpty()
                ? directory
                : directory.endsWith("/") ? directory + relative : directory + "/" + relative;
    }

    static String parent(String path) {
        var slash = path.lastIndexOf('/');
        return slash <= 0 ? "/" : path.substring(0, slash);
    }

    static String name(String path) {
        return path.substring(path.lastIndexOf('/') + 1);
    }

    /** The part of a path below a directory. */
    static String relative(String directory, String path) {
        var prefix = directory.endsWith("/") ? directory : directory + "/";
        return path.startsWith(prefix) ? path.substring(prefix.length()) : path;
    }
}
