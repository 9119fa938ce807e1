package io.agentbay.reactive.local.transfer;

import io.agentbay.reactive.context.AgentBayContext;
import io.agentbay.reactive.context.ContextFiles;
import io.agentbay.reactive.local.AgentBayLocal;
import io.agentbay.reactive.local.AgentBayLocal.Request;
import io.agentbay.reactive.local.LocalOptions;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Random;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** A service with one context, and a local directory beside it. */
abstract class ContextCase {

    static final String ROOT = "/mnt/data";
    static final Duration LONG = Duration.ofMinutes(2);

    @TempDir
    Path directory;

    final Random random = new Random(1);
    AgentBayLocal local;
    AgentBayContext context;
    ContextFiles files;
    Path source;
    Path back;

    @BeforeEach
    void start() throws IOException {
        local = AgentBayLocal.start(directory.resolve("data"), options());
        context = local.client().contexts().getOrCreate("files").block(LONG);
        files = local.client().contexts().files(context);
        source = Files.createDirectories(directory.resolve("source"));
        back = directory.resolve("back");
    }

    LocalOptions options() {
        return LocalOptions.defaults();
    }

    @AfterEach
    void stop() {
        local.close();
    }

    <T> T get(Mono<T> work) {
        return work.block(LONG);
    }

    byte[] read(String path) {
        return joined(files.read(path));
    }

    static byte[] joined(Flux<ByteBuffer> bytes) {
        return bytes.reduceWith(java.io.ByteArrayOutputStream::new, (all, buffer) -> {
                    var piece = new byte[buffer.remaining()];
                    buffer.get(piece);
                    all.writeBytes(piece);
                    return all;
                })
                .block(LONG)
                .toByteArray();
    }

    byte[] bytes(int size) {
        var bytes = new byte[size];
        random.nextBytes(bytes);
        return bytes;
    }

    Path local(String name, byte[] content) throws IOException {
        var path = source.resolve(name);
        Files.createDirectories(path.getParent());
        return Files.write(path, content);
    }

    Map<String, Long> requests() {
        return local.requests().stream().collect(Collectors.groupingBy(Request::action, Collectors.counting()));
    }
}
