package io.agentbay.reactive.internal.file;

import io.agentbay.reactive.file.FileChange;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.publisher.Sinks;

/** One piece of work and the watch around it: it begins once the watch counts, and what it changed is read after it. */
final class WatchedWork {

    /** Whatever else keeps changing must not keep the watch open for ever. */
    private static final int MOST_LAST_READS = 10;

    private final DirectoryFeed feed;
    private final Mono<?> work;
    private final Sinks.Empty<Void> armed = Sinks.empty();
    private volatile @Nullable End end;
    private int lastReads;

    WatchedWork(DirectoryFeed feed, Mono<?> work) {
        this.feed = feed;
        this.work = work;
    }

    Flux<FileChange> changes() {
        var watched = Watches.buffered(feed.looks()
                .doOnNext(look -> armed.tryEmitEmpty())
                .takeUntil(this::isLast)
                .concatMapIterable(Watches::told));
        return Flux.merge(watched, worked()).onErrorMap(this::withFailureOfWork).concatWith(Mono.defer(this::outcome));
    }

    private Mono<FileChange> worked() {
        return armed.asMono()
                .then(work.then().materialize())
                .doOnNext(signal -> end = new End(feed.hurry(), signal.getThrowable()))
                .then(Mono.empty());
    }

    /** A read sent after the work that finds nothing new. */
    private boolean isLast(Look look) {
        var over = end;
        if (over == null || look.pushed() || look.number() <= over.lastRead()) {
            return false;
        }
        return look.changes().isEmpty() || ++lastReads >= MOST_LAST_READS;
    }

    private Mono<FileChange> outcome() {
        var over = end;
        return over == null || over.failure() == null ? Mono.empty() : Mono.error(over.failure());
    }

    private Throwable withFailureOfWork(Throwable ofWatch) {
        var over = end;
        if (over == null || over.failure() == null) {
            return ofWatch;
        }
        over.failure().addSuppressed(ofWatch);
        return over.failure();
    }

    /**
     * How the work ended.
     *
     * @param lastRead the number of the last read sent before
     * @param failure why it failed; null when it did not
     */
    private record End(long lastRead, @Nullable Throwable failure) {}
}
