package io.agentbay.reactive.local.disk;

import io.agentbay.reactive.local.core.DiskEntry;
import io.agentbay.reactive.local.core.DiskWalk;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Holds the directory listed last, from which the next one is entered if it lies in it; else from the root. */
final class HeldWalk implements DiskWalk {

    private final Entrance fromTheRoot;
    private final DiskPaths paths;
    private @Nullable OpenDirectory held;
    private String path = "";

    HeldWalk(Entrance fromTheRoot, DiskPaths paths) {
        this.fromTheRoot = fromTheRoot;
        this.paths = paths;
    }

    @Override
    public List<DiskEntry> list(String next) throws IOException {
        OpenDirectory directory = open(next);
        held = directory;
        path = next;
        return HeldReach.entries(directory);
    }

    private OpenDirectory open(String next) throws IOException {
        OpenDirectory parent = held;
        if (parent == null || !isIn(path, next)) {
            close();
            return fromTheRoot.enter(next);
        }
        Path name = paths.parts(next.substring(path.length() + 1)).get(0);
        held = null;
        return parent.enter(name);
    }

    private static boolean isIn(String directory, String path) {
        return path.startsWith(directory + "/") && path.indexOf('/', directory.length() + 1) < 0;
    }

    @Override
    public void close() throws IOException {
        OpenDirectory last = held;
        held = null;
        if (last != null) {
            last.close();
        }
    }

    interface Entrance {
        OpenDirectory enter(String path) throws IOException;
    }
}
