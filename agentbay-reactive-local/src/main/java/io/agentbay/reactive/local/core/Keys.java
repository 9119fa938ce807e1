package io.agentbay.reactive.local.core;

import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Deque;

/** Paths and keys in one form: absolute, {@code /} between parts, nothing hostile left in them. */
final class Keys {

    /** The most characters of a path or key, and of one name in a path: what file systems hold. */
    static final int LONGEST = 4096;

    static final int LONGEST_NAME = 255;

    private Keys() {}

    /** A path in a session: {@code .}, {@code ..} and doubled slashes resolved; nothing leads above the root. */
    static String path(String field, String given) {
        Deque<String> parts = new ArrayDeque<>();
        for (String part : slashed(checked(field, given)).split("/")) {
            if (part.equals("..")) {
                parts.pollLast();
            } else if (!part.isEmpty() && !part.equals(".")) {
                parts.addLast(named(field, part));
            }
        }
        return "/" + String.join("/", parts);
    }

    /** A key of the store: as a path, but a key that needs {@code ..} is refused. */
    static String key(String field, String given) {
        String slashed = given.replace('\\', '/');
        if (("/" + slashed + "/").contains("/../")) {
            throw ServiceError.invalid(field, "must not contain ..");
        }
        return path(field, given);
    }

    /** A path of Windows lies below a directory named like its drive. */
    private static String slashed(String given) {
        return isWindows(given) ? given.replace('\\', '/') : given;
    }

    /** Whether a path begins with a drive, as {@code c:\\Users}. */
    static boolean isWindows(String path) {
        return path.length() > 2
                && Character.isLetter(path.charAt(0))
                && path.charAt(1) == ':'
                && (path.charAt(2) == '\\' || path.charAt(2) == '/');
    }

    private static String named(String field, String part) {
        if (part.length() > LONGEST_NAME || part.getBytes(StandardCharsets.UTF_8).length > LONGEST_NAME) {
            throw ServiceError.invalid(field, "holds a name of more than " + LONGEST_NAME + " bytes");
        }
        return part;
    }

    private static String checked(String field, String given) {
        if (given.length() > LONGEST) {
            throw ServiceError.invalid(field, "is longer than " + LONGEST + " characters");
        }
        if (given.indexOf('\0') >= 0) {
            throw ServiceError.invalid(field, "must not contain NUL");
        }
        return given;
    }

    /** Whether a path is this directory or lies below it. */
    static boolean within(String directory, String path) {
        return path.equals(directory) || directory.equals("/") || path.startsWith(directory + "/");
    }

    /** What is left of a path below a directory, with its leading slash; empty for the directory itself. */
    static String below(String directory, String path) {
        return directory.equals("/") ? (path.equals("/") ? "" : path) : path.substring(directory.length());
    }

    /** A directory and what lies below it, joined again. */
    static String join(String directory, String below) {
        if (directory.equals("/")) {
            return below.isEmpty() ? "/" : below;
        }
        return directory + below;
    }

    static String name(String path) {
        return path.substring(path.lastIndexOf('/') + 1);
    }

    static String parent(String path) {
        int slash = path.lastIndexOf('/');
        return slash <= 0 ? "/" : path.substring(0, slash);
    }
}
