package io.agentbay.reactive.internal.file;

import io.agentbay.reactive.internal.runtime.LocalFiles;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * A file of the local tree.
 *
 * @param path where it is
 * @param relative its path in the tree, with {@code /}
 * @param size its bytes when the tree was walked
 */
record LocalFile(Path path, String relative, long size) {

    Flux<ByteBuffer> read(LocalFiles files) {
        return files.read(path);
    }

    Mono<String> sha256(LocalFiles files) {
        return Sha256.of(read(files));
    }

    Mono<String> md5(LocalFiles files) {
        return Hashing.MD5.of(read(files));
    }

    Bytes bytes(LocalFiles files) {
        return Bytes.of(path, size, files);
    }
}
