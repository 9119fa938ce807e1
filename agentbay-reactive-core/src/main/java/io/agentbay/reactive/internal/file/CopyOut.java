package io.agentbay.reactive.internal.file;

import io.agentbay.reactive.file.TransferReport;
import io.agentbay.reactive.file.TransferRoute;
import io.agentbay.reactive.internal.runtime.LocalFiles;
import io.agentbay.reactive.internal.runtime.LocalFiles.Entry;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** One copy from the other side to the local disk. */
final class CopyOut {

    private final CopySide side;
    private final LocalFiles local;
    private final TransferMeter meter;
    private final OtherSide other;
    private final String directory;
    private final Destination target;
    private final LocalFiles.Writes writes;

    CopyOut(
            CopySide side,
            LocalFiles local,
            TransferMeter meter,
            OtherSide other,
            String directory,
            Destination target) {
        this.side = side;
        this.local = local;
        this.meter = meter;
        this.other = other;
        this.directory = directory;
        this.target = target;
        this.writes = local.writes();
    }

    Mono<TransferReport> run() {
        var names = other.files().keySet().stream().sorted().toList();
        meter.plan(names.size(), totalBytes());
        return local.stat(target.root())
                .hasElement()
                .flatMapMany(exists -> exists ? changed(Flux.fromIterable(names)) : Flux.fromIterable(names))
                .flatMap(this::fetch, side.readAtOnce(), 1)
                .then(writes.flush())
                .then(Mono.defer(this::outcome));
    }

    private Flux<String> changed(Flux<String> names) {
        return names.buffer(Limits.COMPARED_AT_ONCE).concatMap(this::changed, 1);
    }

    private Mono<TransferReport> outcome() {
        return meter.failures().isEmpty()
                ? Mono.fromSupplier(() -> meter.report(other.comparedBy(), List.of()))
                : Mono.error(meter.failures().error("copyTo"));
    }

    private @Nullable Long totalBytes() {
        var total = 0L;
        for (Long size : other.files().values()) {
            if (size == null) {
                return null;
            }
            total += size;
        }
        return total;
    }

    /** The names of which the local disk does not hold the same bytes. */
    private Flux<String> changed(List<String> names) {
        return Flux.fromIterable(names)
                .flatMap(this::localFile, Limits.STREAMS_AT_ONCE)
                .collectList()
                .flatMap(there -> other.same(there, false).doOnNext(same -> count(there, same)))
                .onErrorResume(error -> TransferFailures.isFatal(error) ? Mono.error(error) : Mono.just(Set.of()))
                .flatMapMany(same -> Flux.fromIterable(names).filter(name -> !same.contains(name)));
    }

    private void count(List<LocalFile> there, Set<String> same) {
        there.stream()
                .filter(file -> same.contains(file.relative()))
                .forEach(file -> meter.unchanged(file.relative(), file.size()));
    }

    /** A name this disk cannot have is reported when it is fetched. */
    private Mono<LocalFile> localFile(String name) {
        return Mono.fromSupplier(() -> target.of(name))
                .flatMap(local::stat)
                .filter(entry -> entry.type() == Entry.Type.FILE)
                .map(entry -> new LocalFile(entry.path(), name, entry.size()))
                .onErrorResume(error -> TransferFailures.isFatal(error) ? Mono.error(error) : Mono.empty());
    }

    private Mono<Void> fetch(String name) {
        return Mono.defer(() -> {
            TransferRoute[] route = {side.readRoute()};
            var received = new AtomicLong();
            var bytes = side.read(RemotePath.resolve(directory, name), told -> route[0] = told)
                    .doOnNext(buffer -> {
                        received.addAndGet(buffer.remaining());
                        meter.sent(buffer.remaining());
                    });
            return Mono.defer(() -> writes.write(target.of(name), bytes))
                    .doOnNext(size -> meter.moved(name, size, route[0]))
                    .then()
                    .onErrorResume(error -> {
                        meter.sent(-received.get());
                        return meter.settle(name, error);
                    });
        });
    }
}
