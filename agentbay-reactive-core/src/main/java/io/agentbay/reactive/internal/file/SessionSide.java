package io.agentbay.reactive.internal.file;

import io.agentbay.reactive.common.Selector;
import io.agentbay.reactive.event.Operation;
import io.agentbay.reactive.file.FileEntry;
import io.agentbay.reactive.file.TransferRoute;
import io.agentbay.reactive.internal.event.Operations;
import io.agentbay.reactive.internal.runtime.LocalFiles;
import io.agentbay.reactive.internal.tool.ToolGateway.Touches;
import java.nio.ByteBuffer;
import java.util.Collections;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** One session as the other side of copies. */
record SessionSide(FileTools tools, FileWriter writer, RangeReader reader, SessionView view, LocalFiles local)
        implements CopySide {

    @Override
    public Operations.Spec operation(String path) {
        return new Operations.Spec(Operation.Kind.TRANSFER, tools.gateway().sessionId(), null, path);
    }

    /** The whole of it passes the session's gate at once, so that a close waits for it. */
    @Override
    public <T> Mono<T> guarded(Mono<T> work) {
        return Mono.defer(() -> tools.gateway().guard(Touches.nothing(), work));
    }

    @Override
    public Mono<FileEntry> stat(String path) {
        return tools.stat(path);
    }

    @Override
    public Mono<OtherSide> tree(String directory, Selector selector) {
        return view.tree(directory, selector);
    }

    @Override
    public OtherSide known(String directory, Map<String, @Nullable Long> files) {
        return new ToolTree(tools, directory, files, local);
    }

    /** Looked into only if it exists. */
    @Override
    public Mono<OtherSide> existing(String target, boolean single, Selector selector) {
        var directory = single ? RemotePath.parent(target) : target;
        return tools.stat(target)
                .flatMap(entry -> single
                        ? Mono.just(known(directory, Collections.singletonMap(RemotePath.name(target), null)))
                        : view.tree(target, selector))
                .switchIfEmpty(Mono.fromSupplier(() -> known(directory, Map.of())));
    }

    @Override
    public Flux<ByteBuffer> read(String path, Consumer<TransferRoute> route) {
        return reader.read(path, route);
    }

    @Override
    public TransferRoute readRoute() {
        return TransferRoute.FILE_TOOL;
    }

    @Override
    public int readAtOnce() {
        return Limits.STREAMS_AT_ONCE;
    }

    @Override
    public Carrier carrier(String directory, TransferMeter meter) {
        return new SessionCarrier(tools, writer, local, directory, meter);
    }
}
