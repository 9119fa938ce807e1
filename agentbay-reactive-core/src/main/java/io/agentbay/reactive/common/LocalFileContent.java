package io.agentbay.reactive.common;

import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;

/**
 * Names a local file whose bytes the client reads when it sends them; made by {@link Content#of(Path)}.
 *
 * @param path the file
 */
public record LocalFileContent(Path path) implements Content {

    /** Names a file without touching it. */
    public LocalFileContent {
        Objects.requireNonNull(path, "localFile");
    }

    /** Returns null: the file is not touched before it is sent. */
    @Override
    public @Nullable Long length() {
        return null;
    }

    /** Returns true. */
    @Override
    public boolean repeatable() {
        return true;
    }

    /** Signals {@link UnsupportedOperationException}: only an operation of a client opens the file. */
    @Override
    public Flux<ByteBuffer> bytes() {
        return Flux.error(() -> new UnsupportedOperationException(
                "Content of a local file is read by the operation it is given to; read " + path + " yourself instead"));
    }
}
