package io.agentbay.reactive.snapshot;

import io.agentbay.reactive.common.ContextId;
import io.agentbay.reactive.common.ContextRef;
import java.nio.file.Path;
import java.util.Objects;

/** Where snapshots are kept, when not in the companion context of what they were made of. */
public sealed interface SnapshotStore permits SnapshotStore.InContext, SnapshotStore.InDirectory {

    /** A context of one's own for snapshots of any number of contexts; never mount it anywhere. */
    static SnapshotStore context(ContextRef target) {
        return new InContext(target.id());
    }

    /** A directory of this machine, created when missing, for snapshots of any number of contexts. */
    static SnapshotStore directory(Path target) {
        return new InDirectory(target);
    }

    /**
     * A store in a context.
     *
     * @param context which one
     */
    record InContext(ContextId context) implements SnapshotStore {

        /** Checks that it is there. */
        public InContext {
            Objects.requireNonNull(context, "context");
        }
    }

    /**
     * A store in a local directory.
     *
     * @param directory which one
     */
    record InDirectory(Path directory) implements SnapshotStore {

        /** Checks that it is there. */
        public InDirectory {
            Objects.requireNonNull(directory, "directory");
        }
    }
}
