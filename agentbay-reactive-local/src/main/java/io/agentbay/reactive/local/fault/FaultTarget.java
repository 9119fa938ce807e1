package io.agentbay.reactive.local.fault;

import java.util.Locale;
import java.util.Objects;

/** What a fault is one of: the calls of an action or a tool, the tasks of a mount, the clears of a context. */
record FaultTarget(Kind kind, String name) {

    static final String ANY = "*";

    enum Kind {
        ACTION,
        TOOL,
        UPLOAD,
        DOWNLOAD,
        CLEARING;

        /** As JSON and words spell it. */
        String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    FaultTarget {
        if (Objects.requireNonNull(name, kind.word()).isBlank()) {
            throw new IllegalArgumentException("Name the " + thing(kind) + " that is to fail.");
        }
        if (task(kind)) {
            name = mountPath(name);
        }
    }

    private static String mountPath(String path) {
        if (!path.startsWith("/")) {
            throw new IllegalArgumentException("The mount path \"" + path + "\" does not start with a slash.");
        }
        return withoutSlash(path);
    }

    static String withoutSlash(String path) {
        return path.length() > 1 && path.endsWith("/") ? path.substring(0, path.length() - 1) : path;
    }

    private static String thing(Kind kind) {
        return switch (kind) {
            case ACTION -> "action";
            case TOOL -> "tool";
            case CLEARING -> "context whose clearing";
            default -> "mount path whose " + kind.word();
        };
    }

    private static boolean task(Kind kind) {
        return kind == Kind.UPLOAD || kind == Kind.DOWNLOAD;
    }

    boolean isTask() {
        return task(kind);
    }

    boolean isCall() {
        return kind == Kind.ACTION || kind == Kind.TOOL;
    }

    /** Whether this is one of signed URLs. */
    boolean isObject() {
        return kind == Kind.ACTION && name.endsWith(" object");
    }

    boolean matches(CallSeen call) {
        if (kind == Kind.TOOL) {
            return call.tool() != null && (name.equals(ANY) || name.equals(call.tool()));
        }
        return kind == Kind.ACTION
                && (name.equals(call.action())
                        || name.equals(ANY) && !call.action().endsWith(" object"));
    }
}
