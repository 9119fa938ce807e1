package io.agentbay.reactive.internal.file;

import io.agentbay.reactive.error.AgentBayException;
import io.agentbay.reactive.error.CallRejectedException;
import io.agentbay.reactive.error.ClosedException;
import io.agentbay.reactive.error.DeadlineExceededException;
import io.agentbay.reactive.error.ErrorDetails;
import io.agentbay.reactive.error.ServiceException;
import io.agentbay.reactive.error.ThrottledException;
import io.agentbay.reactive.error.TransportException;
import io.agentbay.reactive.error.UnavailableException;
import io.agentbay.reactive.internal.runtime.ClientRuntime;
import io.agentbay.reactive.internal.sync.Polls;
import io.agentbay.reactive.internal.tool.ToolGateway;
import io.agentbay.reactive.internal.tool.ToolGateway.Touches;
import io.agentbay.reactive.pipeline.ApiCall.Idempotency;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CancellationException;
import java.util.concurrent.atomic.AtomicInteger;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.publisher.SynchronousSink;
import reactor.util.context.Context;
import reactor.util.retry.Retry;

/**
 * The one reader of what changes in a directory of a session, for as long as anybody watches: reading consumes, so two
 * readers would take changes from each other.
 */
final class DirectoryFeed {

    private static final String TOOL = "get_file_change";
    private static final int MOST_FAILURES = 20;

    private final ToolGateway gateway;
    private final PushRoute pushes;
    private final Polls polls;
    private final String directory;
    private final WatchPace pace;
    private final Flux<Look> shared;

    DirectoryFeed(ToolGateway gateway, PushRoute pushes, Polls polls, ClientRuntime runtime, String directory) {
        this.gateway = gateway;
        this.pushes = pushes;
        this.polls = polls;
        this.directory = directory;
        this.pace = new WatchPace(runtime);
        // What one watcher carries in its context, a deadline for instance, must not reach the others.
        this.shared = Flux.defer(this::loop)
                .contextWrite(context -> Context.empty())
                .publish()
                .refCount(1);
    }

    /**
     * What happens from now on. The first element is the baseline, without changes: whatever changes after it was told
     * comes after it.
     */
    Flux<Look> looks() {
        return Flux.defer(() -> {
            var watcher = new Watcher(pace.hurry());
            return shared
                    // The loop was ending with its last watcher just as this one came.
                    .retryWhen(Retry.indefinitely().filter(CancellationException.class::isInstance))
                    .handle(watcher::pass);
        });
    }

    /** Reads at once; returns a number that only reads sent from now on exceed. */
    long hurry() {
        return pace.hurry();
    }

    private Flux<Look> loop() {
        var failures = new AtomicInteger();
        var reads = Mono.defer(() -> look(failures)).repeat();
        return Flux.merge(reads, pushed())
                .takeUntilOther(gateway.closing())
                .concatWith(Mono.error(() -> new ClosedException(
                        "The session is closing or closed",
                        ErrorDetails.of("watch").attempts(0))));
    }

    /** What was told between two states of the socket may be lost on the way, so it is read once at each change. */
    private Flux<Look> pushed() {
        return pushes.changes(directory, telling -> {
                    pace.rest(telling);
                    pace.hurry();
                })
                .filter(changes -> !changes.isEmpty())
                .map(changes -> new Look(pace.sent(), true, changes, null));
    }

    private Mono<Look> look(AtomicInteger failures) {
        return pace.next()
                .flatMap(number -> polls.acquire().then(read(number)))
                .doOnNext(look -> {
                    failures.set(0);
                    pace.answered(!look.changes().isEmpty());
                })
                .onErrorResume(
                        error -> isPassing(error) && failures.incrementAndGet() <= MOST_FAILURES,
                        error -> Mono.fromRunnable(() -> pace.answered(false)));
    }

    private Mono<Look> read(long number) {
        var call = new ToolGateway.Call(TOOL, Map.of("path", directory), Idempotency.UNSAFE, Touches.nothing(), null);
        return Mono.defer(() -> gateway.call(call))
                .defaultIfEmpty("")
                .map(text -> Look.read(number, ChangeJson.read(directory, text)))
                .onErrorResume(DirectoryFeed::mayBeLost, error -> Mono.just(Look.lost(number, error)));
    }

    /** The service may have told the changes, and nobody heard. */
    private static boolean mayBeLost(Throwable error) {
        return error instanceof AgentBayException known && known.mayHaveHappened() && !isRefusal(known);
    }

    private static boolean isRefusal(AgentBayException error) {
        return error instanceof ServiceException && !(error instanceof UnavailableException);
    }

    /** Nothing was read, and the next read may well succeed. */
    private static boolean isPassing(Throwable error) {
        return error instanceof AgentBayException known
                && !known.mayHaveHappened()
                && (known instanceof TransportException
                        || known instanceof CallRejectedException
                        || known instanceof ThrottledException
                        || known instanceof UnavailableException
                        || known instanceof DeadlineExceededException);
    }

    /** One who watches; nothing counts before the service surely keeps count for them. */
    private static final class Watcher {

        private final long after;
        private boolean armed;

        Watcher(long after) {
            this.after = after;
        }

        void pass(Look look, SynchronousSink<Look> sink) {
            if (armed) {
                sink.next(look);
            } else if (look.isBaseline() && look.number() > after) {
                armed = true;
                sink.next(Look.read(look.number(), List.of()));
            }
        }
    }
}
