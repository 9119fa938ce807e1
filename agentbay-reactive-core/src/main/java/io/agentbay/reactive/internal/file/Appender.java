package io.agentbay.reactive.internal.file;

import io.agentbay.reactive.error.AgentBayException;
import io.agentbay.reactive.file.FileEntry;
import java.nio.ByteBuffer;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * Adds bytes to the end of a file: a small text by one call, after which a look at the size settles a lost answer;
 * anything else by writing the whole file anew beside it.
 */
final class Appender {

    private final FileTools tools;
    private final FileWriter writer;
    private final RangeReader reader;

    Appender(FileTools tools, FileWriter writer) {
        this.tools = tools;
        this.writer = writer;
        this.reader = new RangeReader(tools);
    }

    Mono<Void> append(String path, Bytes bytes) {
        return size(path)
                .flatMap(before -> bytes.length() > Limits.TEXT_BYTES
                        ? rewrite(path, before, bytes)
                        : bytes.collect().flatMap(all -> appendSmall(path, before, all)));
    }

    private Mono<Void> appendSmall(String path, long before, byte[] all) {
        var text = PlainText.of(all);
        return text == null
                ? rewrite(path, before, Bytes.of(all))
                : tools.append(path, text)
                        .onErrorResume(AgentBayException.class, error -> settle(path, text, before, all.length, error));
    }

    private Mono<Void> settle(String path, String text, long before, long added, AgentBayException error) {
        return error.mayHaveHappened()
                ? size(path)
                        .onErrorMap(unclear -> error)
                        .flatMap(now -> now == before + added
                                ? Mono.empty()
                                : now == before ? tools.append(path, text) : Mono.error(error))
                : Mono.error(error);
    }

    private Mono<Void> rewrite(String path, long before, Bytes added) {
        var old = before == 0 ? Flux.<ByteBuffer>empty() : reader.read(path);
        var whole = new Bytes(before + added.length(), added.repeatable(), Flux.concat(old, added.stream()));
        return writer.write(path, whole).then();
    }

    private Mono<Long> size(String path) {
        return tools.stat(path).map(FileEntry::size).defaultIfEmpty(0L);
    }
}
