package io.agentbay.reactive.internal.snapshot.store;

import io.agentbay.reactive.common.Content;
import io.agentbay.reactive.common.Selector;
import io.agentbay.reactive.error.ErrorDetails;
import io.agentbay.reactive.error.InvalidRequestException;
import io.agentbay.reactive.error.NotFoundException;
import io.agentbay.reactive.file.FileEntry;
import io.agentbay.reactive.file.FileStore;
import java.nio.ByteBuffer;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** The files of a context. */
public final class FileObjects implements ObjectStore {

    private final FileStore files;

    public FileObjects(FileStore files) {
        this.files = files;
    }

    @Override
    public Mono<Void> put(String name, Content content) {
        return Mono.defer(() -> files.write(name, content))
                .onErrorMap(IllegalArgumentException.class, FileObjects::refused);
    }

    /** The service keeps what it acknowledges. */
    @Override
    public Mono<Void> flush() {
        return Mono.empty();
    }

    @Override
    public Flux<ByteBuffer> get(String name) {
        return Flux.defer(() -> files.read(name)).onErrorMap(IllegalArgumentException.class, FileObjects::refused);
    }

    /** A folder nobody ever wrote to may be unknown: it holds nothing. */
    @Override
    public Flux<StoredObject> list(String folder) {
        return files.walk(folder, Selector.all())
                .filter(FileEntry::isFile)
                .map(entry -> new StoredObject(entry.path(), entry.size(), entry.modifiedAt()))
                .onErrorResume(FileObjects::isUnknownFolder, unknown -> Flux.empty());
    }

    private static boolean isUnknownFolder(Throwable error) {
        return error instanceof NotFoundException missing && missing.kind() == NotFoundException.Kind.FILE;
    }

    @Override
    public Mono<Void> delete(String name) {
        return Mono.defer(() -> files.delete(name)).onErrorMap(IllegalArgumentException.class, FileObjects::refused);
    }

    /** A store may hold names that are no path to this client. */
    private static InvalidRequestException refused(Throwable error) {
        return new InvalidRequestException(
                String.valueOf(error.getMessage()),
                0,
                ErrorDetails.of("snapshot").attempts(0));
    }
}
