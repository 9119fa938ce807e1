package io.agentbay.reactive.internal.file;

import io.agentbay.reactive.common.Selector;
import io.agentbay.reactive.file.TransferReport;
import java.util.List;
import java.util.Set;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** One copy from the local disk to the other side. */
final class CopyIn {

    private final Carrier carrier;
    private final TransferMeter meter;
    private final LocalTree tree;
    private final OtherSide other;

    CopyIn(Carrier carrier, TransferMeter meter, LocalTree tree, OtherSide other) {
        this.carrier = carrier;
        this.meter = meter;
        this.tree = tree;
        this.other = other;
    }

    Mono<TransferReport> run(Selector selector) {
        return CopyPlan.of(tree, selector)
                .doOnNext(plan -> meter.plan(plan.files(), plan.bytes()))
                .flatMap(plan -> carrier.carry(changed(tree.files(selector)))
                        .then(Mono.defer(() -> carrier.makeEmpty(plan.emptyDirectories())))
                        .then(Mono.defer(() -> outcome(plan))));
    }

    private Mono<TransferReport> outcome(CopyPlan plan) {
        return meter.failures().isEmpty()
                ? Mono.fromSupplier(() -> meter.report(other.comparedBy(), plan.skipped()))
                : Mono.error(meter.failures().error("copyFrom"));
    }

    private Flux<LocalFile> changed(Flux<LocalFile> files) {
        return other.files().isEmpty()
                ? files
                : files.buffer(Limits.COMPARED_AT_ONCE).concatMap(this::changed, 1);
    }

    private Flux<LocalFile> changed(List<LocalFile> files) {
        return other.same(files, false)
                .onErrorResume(error -> TransferFailures.isFatal(error) ? Mono.error(error) : Mono.just(Set.of()))
                .doOnNext(same -> countUnchanged(files, same))
                .flatMapIterable(same -> files.stream()
                        .filter(file -> !same.contains(file.relative()))
                        .toList());
    }

    private void countUnchanged(List<LocalFile> files, Set<String> same) {
        files.stream()
                .filter(file -> same.contains(file.relative()))
                .forEach(file -> meter.unchanged(file.relative(), file.size()));
    }
}
