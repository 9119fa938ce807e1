package io.agentbay.reactive.benchmarks.transfer;

import io.agentbay.reactive.common.ContextId;
import java.nio.file.Path;

/** One way of moving a directory to a context and back; both calls wait for the end. */
interface Mover extends AutoCloseable {

    String name();

    void up(Path directory, ContextId context);

    void down(ContextId context, Path directory);

    @Override
    void close();
}
