package io.agentbay.reactive.local.core;

import java.io.IOException;
import java.nio.file.FileSystemException;
import java.nio.file.NotDirectoryException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Follows the links a command made, within its session: what a link says is a path of the session, absolute ones begin
 * at its root, and {@code ..} ends there. The path that results is reached like any other, through no link, so that
 * whoever swaps links meanwhile is refused and gets nothing from outside.
 */
final class SessionLinks {

    /** As many as Linux follows. */
    private static final int MOST = 40;

    private final SessionFiles files;
    private final String asked;
    private final Deque<String> rest = new ArrayDeque<>();
    private final Map<String, Optional<String>> read = new HashMap<>();
    private String at = "";
    private int followed;

    private SessionLinks(SessionFiles files, String asked) {
        this.files = files;
        this.asked = asked;
    }

    /** The path behind the links of this one; the path itself where it needs none. */
    static String follow(SessionFiles files, String path) throws IOException {
        return reached(files, path) ? path : new SessionLinks(files, path).walk();
    }

    /** Nothing of what is there is a link; what is missing leads nowhere else. */
    private static boolean reached(SessionFiles files, String path) throws IOException {
        try {
            return files.stat(path)
                    .filter(entry -> !entry.isFile() && !entry.isDirectory())
                    .isEmpty();
        } catch (NotDirectoryException linkOnTheWay) {
            return false;
        }
    }

    private String walk() throws IOException {
        begin(asked);
        while (!rest.isEmpty()) {
            step(rest.pop());
        }
        return at.isEmpty() ? "/" : at;
    }

    private void begin(String path) {
        String[] parts = path.split("/", -1);
        for (int i = parts.length - 1; i >= 0; i--) {
            rest.push(parts[i]);
        }
    }

    private void step(String part) throws IOException {
        if (part.equals("..")) {
            at = at.substring(0, Math.max(0, at.lastIndexOf('/')));
        } else if (!part.isEmpty() && !part.equals(".")) {
            enter(at + "/" + part);
        }
    }

    private void enter(String next) throws IOException {
        Optional<String> target = link(next);
        if (target.isEmpty()) {
            at = next;
            return;
        }
        if (++followed > MOST) {
            throw new FileSystemException(asked, null, "leads through more than " + MOST + " links");
        }
        if (target.get().startsWith("/")) {
            at = "";
        }
        begin(target.get());
    }

    /** Read once, however often a loop comes by. */
    private Optional<String> link(String path) throws IOException {
        Optional<String> known = read.get(path);
        if (known != null) {
            return known;
        }
        Optional<String> target = files.link(path);
        read.put(path, target);
        return target;
    }
}
