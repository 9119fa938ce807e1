package io.agentbay.reactive.internal.file;

import io.agentbay.reactive.error.ClosedException;
import io.agentbay.reactive.error.ErrorDetails;
import io.agentbay.reactive.error.SubscriberTooSlowException;
import io.agentbay.reactive.file.FileChange;
import io.agentbay.reactive.internal.runtime.ClientRuntime;
import io.agentbay.reactive.internal.sync.DirectoryWatch;
import io.agentbay.reactive.internal.sync.Polls;
import io.agentbay.reactive.internal.tool.SessionSocket;
import io.agentbay.reactive.internal.tool.ToolGateway;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import reactor.core.Exceptions;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** The watched directories of one session, each with one feed for all who watch it. */
public final class Watches implements DirectoryWatch {

    static final int MOST_WAITING = 65_536;

    private final ToolGateway gateway;
    private final PushRoute pushes;
    private final Polls polls;
    private final ClientRuntime runtime;
    private final Map<String, DirectoryFeed> feeds = new ConcurrentHashMap<>();

    public Watches(ToolGateway gateway, @Nullable SessionSocket socket, Polls polls, ClientRuntime runtime) {
        this.gateway = gateway;
        this.pushes = new PushRoute(socket, runtime);
        this.polls = polls;
        this.runtime = runtime;
    }

    Flux<FileChange> watch(String directory) {
        return buffered(Flux.defer(() -> feed(directory).looks()).concatMapIterable(Watches::told))
                .onErrorComplete(ClosedException.class);
    }

    Flux<FileChange> watchWhile(String directory, Mono<?> work) {
        return Flux.defer(() -> new WatchedWork(feed(directory), work).changes());
    }

    @Override
    public Flux<Integer> changes(String directory) {
        return Flux.defer(() -> feed(directory).looks())
                .map(look -> look.missed() == null ? look.changes().size() : 1)
                .filter(count -> count > 0)
                .onBackpressureLatest()
                .onErrorComplete(ClosedException.class);
    }

    /** Keeps a slow subscriber from holding up the others, within bounds. */
    static Flux<FileChange> buffered(Flux<FileChange> changes) {
        return changes.onBackpressureBuffer(MOST_WAITING).onErrorMap(Exceptions::isOverflow, Watches::tooSlow);
    }

    /** The changes; an error when some are lost. */
    static Iterable<FileChange> told(Look look) {
        var missed = look.missed();
        if (missed != null) {
            throw Exceptions.propagate(missed);
        }
        return look.changes();
    }

    private DirectoryFeed feed(String directory) {
        return feeds.computeIfAbsent(directory, path -> new DirectoryFeed(gateway, pushes, polls, runtime, path));
    }

    private static SubscriberTooSlowException tooSlow(Throwable overflow) {
        return new SubscriberTooSlowException(
                "More than " + MOST_WAITING + " changes were waiting; read them faster, or watch a smaller directory",
                MOST_WAITING,
                ErrorDetails.of("watch").cause(overflow));
    }
}
