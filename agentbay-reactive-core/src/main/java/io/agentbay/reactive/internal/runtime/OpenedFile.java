package io.agentbay.reactive.internal.runtime;

import io.agentbay.reactive.common.Content;
import io.agentbay.reactive.internal.runtime.LocalFiles.Entry;
import java.nio.ByteBuffer;
import reactor.core.publisher.Flux;

/** A local file whose length was seen; each subscription reads it anew. */
record OpenedFile(LocalFiles files, Entry entry) implements Content {

    @Override
    public Long length() {
        return entry.size();
    }

    @Override
    public boolean repeatable() {
        return true;
    }

    @Override
    public Flux<ByteBuffer> bytes() {
        return files.read(entry.path());
    }
}
