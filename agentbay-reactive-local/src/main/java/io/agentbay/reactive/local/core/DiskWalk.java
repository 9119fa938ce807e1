package io.agentbay.reactive.local.core;

import java.io.Closeable;
import java.io.IOException;
import java.util.List;

/** A walk through directories, as {@link Disk#walk} begins it. For one thread. */
@FunctionalInterface
public interface DiskWalk extends Closeable {

    /** Lists a directory by name; fails if it is missing or not a directory. */
    List<DiskEntry> list(String path) throws IOException;

    @Override
    default void close() throws IOException {}
}
