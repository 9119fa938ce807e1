package io.agentbay.reactive.internal.file;

import io.agentbay.reactive.file.TransferRoute;
import java.util.List;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Brings files into a context, each by an address of its own. */
record ContextCarrier(ContextSide side, String directory, TransferMeter meter) implements Carrier {

    @Override
    public Mono<Void> carry(Flux<LocalFile> files) {
        return files.flatMap(this::put, Limits.OBJECTS_AT_ONCE, 1).then();
    }

    private Mono<Void> put(LocalFile file) {
        return Mono.defer(() -> {
            var target = RemotePath.resolve(directory, file.relative());
            var counted = new CountedBytes(file.bytes(side.local()), meter);
            return side.uploads()
                    .put(side.contextId(), target, counted.bytes())
                    .doOnSuccess(nothing -> meter.moved(file.relative(), file.size(), TransferRoute.SIGNED_URL))
                    .onErrorResume(error -> {
                        counted.takeBack();
                        return meter.settle(file.relative(), error);
                    });
        });
    }

    /** An object storage has no directories. */
    @Override
    public Mono<Void> makeEmpty(List<String> directories) {
        return Mono.empty();
    }
}
