package io.agentbay.reactive.local.simulation.world;

import io.agentbay.reactive.error.ErrorDetails;
import io.agentbay.reactive.error.LocalFileException;
import io.agentbay.reactive.internal.runtime.LocalFiles;
import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.Map;
import java.util.TreeMap;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** The local files of one client's machine, in memory; they outlive the client. */
public final class MemoryFiles implements LocalFiles {

    private record Held(byte[] content, Instant modified) {}

    private final Map<String, Held> files = new TreeMap<>();
    private final Clock clock;

    MemoryFiles(Clock clock) {
        this.clock = clock;
    }

    /** Puts a file there. */
    public void put(Path file, byte[] content) {
        files.put(file.toString(), new Held(content, clock.instant()));
    }

    /** Everything below a directory, by the path below it. */
    public Map<String, byte[]> below(Path directory) {
        var found = new TreeMap<String, byte[]>();
        var prefix = directory + "/";
        files.forEach((name, held) -> {
            if (name.startsWith(prefix)) {
                found.put(name.substring(prefix.length()), held.content);
            }
        });
        return found;
    }

    @Override
    public Flux<ByteBuffer> read(Path file) {
        return Flux.defer(() -> {
            var held = files.get(file.toString());
            return held == null ? Flux.error(missing(file)) : Flux.just(ByteBuffer.wrap(held.content.clone()));
        });
    }

    private static LocalFileException missing(Path file) {
        return new LocalFileException("There is no file " + file, file, ErrorDetails.of("read"));
    }

    @Override
    public Mono<Entry> stat(Path path) {
        return Mono.fromSupplier(() -> {
            var held = files.get(path.toString());
            if (held != null) {
                return new Entry(path, "", Entry.Type.FILE, held.content.length, held.modified);
            }
            return below(path).isEmpty() ? null : new Entry(path, "", Entry.Type.DIRECTORY, 0, clock.instant());
        });
    }

    @Override
    public Flux<Entry> walk(Path directory) {
        return Flux.defer(() -> Flux.fromIterable(below(directory).keySet()).map(name -> {
            var path = directory.resolve(name);
            var held = files.get(path.toString());
            int size = held == null ? 0 : held.content.length;
            var at = held == null ? clock.instant() : held.modified;
            return new Entry(path, name, Entry.Type.FILE, size, at);
        }));
    }

    @Override
    public Mono<Long> write(Path target, Flux<ByteBuffer> bytes) {
        return bytes.collect(ByteArrayOutputStream::new, (all, piece) -> {
                    var part = new byte[piece.remaining()];
                    piece.get(part);
                    all.writeBytes(part);
                })
                .map(all -> {
                    put(target, all.toByteArray());
                    return (long) all.size();
                });
    }

    @Override
    public Mono<Void> delete(Path path) {
        return Mono.fromRunnable(() -> files.remove(path.toString()));
    }

    @Override
    public Writes writes() {
        return new Writes() {
            @Override
            public Mono<Long> write(Path target, Flux<ByteBuffer> bytes) {
                return MemoryFiles.this.write(target, bytes);
            }

            @Override
            public Mono<Void> flush() {
                return Mono.empty();
            }
        };
    }
}
