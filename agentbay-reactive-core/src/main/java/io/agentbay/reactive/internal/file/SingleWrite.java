package io.agentbay.reactive.internal.file;

import io.agentbay.reactive.file.TransferReport;
import io.agentbay.reactive.file.TransferReport.ComparedBy;
import io.agentbay.reactive.file.TransferRoute;
import java.util.List;
import reactor.core.publisher.Mono;

/** One file written to a context, as one operation. */
record SingleWrite(ContextSide side, String target, TransferMeter meter) {

    Mono<TransferReport> run(Bytes bytes) {
        return Mono.defer(() -> {
            meter.plan(1, bytes.length());
            var counted = new CountedBytes(bytes, meter);
            return side.uploads()
                    .put(side.contextId(), target, counted.bytes())
                    .then(Mono.fromSupplier(() -> report(bytes.length())));
        });
    }

    private TransferReport report(long length) {
        meter.moved(RemotePath.name(target), length, TransferRoute.SIGNED_URL);
        return meter.report(ComparedBy.NOTHING, List.of());
    }
}
