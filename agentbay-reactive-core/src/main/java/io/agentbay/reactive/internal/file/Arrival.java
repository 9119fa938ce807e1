package io.agentbay.reactive.internal.file;

import io.agentbay.reactive.file.TransferRoute;
import org.jspecify.annotations.Nullable;

/**
 * How one file's way into a session ended.
 *
 * @param file the file
 * @param route the way it took
 * @param failure why it is not in its place; null when it is
 */
record Arrival(Incoming file, TransferRoute route, @Nullable Throwable failure) {}
