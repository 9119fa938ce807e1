package io.agentbay.reactive.benchmarks.snapshot;

import java.io.IOException;
import java.nio.file.Path;

/** Who keeps snapshots of one tree in a store in a local directory. */
interface Keeper {

    String name();

    /** Takes a snapshot; the store is made with the first. */
    Took snapshot(Path store) throws IOException;

    /** Restores the latest one below a directory that is not there yet. */
    Took restore(Path store, Path target) throws IOException;

    /** Where below the target the tree comes back. */
    Path restored(Path target);
}
