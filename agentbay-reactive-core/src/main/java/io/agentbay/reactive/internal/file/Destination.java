package io.agentbay.reactive.internal.file;

import java.nio.file.Path;

/**
 * Where a copy to the local disk goes.
 *
 * @param root the directory; of a single file its own path
 */
record Destination(Path root, boolean single) {

    /** The local path of a file; throws for a name this disk cannot have or that leads elsewhere. */
    Path of(String name) {
        return single ? root : LocalTarget.resolve(root, name);
    }
}
