package io.agentbay.reactive.internal.snapshot;

import io.agentbay.reactive.common.Content;
import io.agentbay.reactive.internal.snapshot.format.FileRecord;
import java.nio.ByteBuffer;
import reactor.core.publisher.Flux;

/**
 * A file as a store holds it; each subscription reads the store anew.
 *
 * @param file which file
 * @param reader reads its objects
 */
record RestoredContent(FileRecord file, ObjectReader reader) implements Content {

    @Override
    public Long length() {
        return file.size();
    }

    @Override
    public boolean repeatable() {
        return true;
    }

    @Override
    public Flux<ByteBuffer> bytes() {
        return file.parts().isEmpty() ? Flux.empty() : reader.file(file);
    }
}
