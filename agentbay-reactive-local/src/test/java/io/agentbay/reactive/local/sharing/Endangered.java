package io.agentbay.reactive.local.sharing;

import io.agentbay.reactive.AgentBayClient;
import io.agentbay.reactive.config.ClientOptions;
import io.agentbay.reactive.context.AgentBayContext;
import io.agentbay.reactive.local.AgentBayLocal;
import io.agentbay.reactive.local.LocalOptions;
import io.agentbay.reactive.local.sharing.IncompleteDownloadTests.Fault;
import io.agentbay.reactive.session.Session;
import io.agentbay.reactive.session.SessionRequest;
import io.agentbay.reactive.sync.Mount;
import io.agentbay.reactive.sync.SyncPolicy;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** A service whose downloads do not arrive, contexts with files in them, and a client that is told to go on anyway. */
final class Endangered implements AutoCloseable {

    static final String ROOT = "/mnt/data";
    private static final List<String> NAMES = List.of("a", "b", "dir/c", "d");
    private static final Duration LIMIT = Duration.ofMinutes(2);
    private static final Duration IDLE = Duration.ofMinutes(30);

    private final AgentBayLocal local;
    private final AgentBayClient client;
    private final AgentBayClient stranger;
    private final AgentBayClient keeper;
    private final Queue<AgentBayContext> contexts = new ConcurrentLinkedQueue<>();
    private final AtomicInteger number = new AtomicInteger();

    Endangered(Path data, LocalOptions options) {
        local = AgentBayLocal.start(data, options);
        keeper = local.clientBuilder().build();
        client = impatient();
        stranger = impatient();
    }

    private AgentBayClient impatient() {
        return local.clientBuilder()
                .options(ClientOptions.defaults()
                        .timeouts(timeouts -> timeouts.sync(Duration.ofSeconds(3)))
                        .shutdownGrace(Duration.ofSeconds(10)))
                .build();
    }

    /** Whatever comes of it. */
    static Mono<Void> ending(Mono<?> work) {
        return work.timeout(Duration.ofSeconds(30)).then().onErrorComplete();
    }

    /** A session of a filled context, handed out although its download does not arrive. */
    Mono<Void> withFault(Fault fault, SyncPolicy policy, Function<Session, Mono<Void>> work) {
        return filled(fault)
                .flatMap(context -> client.sessions()
                        .create(SessionRequest.mounting(
                                Mount.of(context, ROOT, policy).readyLater()))
                        .flatMap(work));
    }

    /** The same session in the hands of a client that did not create it, and saw nothing of its download. */
    Mono<Session> borrowed(Session session) {
        return stranger.sessions().get(session.id());
    }

    /** A session that such a context is bound to only later. */
    Mono<Void> bound(Fault fault, Function<Session, Mono<Void>> work) {
        return filled(fault)
                .flatMap(context -> client.sessions()
                        .create(SessionRequest.ephemeral())
                        .delayUntil(session -> ending(session.sync().bind(Mount.of(context, ROOT))))
                        .flatMap(work));
    }

    Mono<Void> refusedCreate(Fault fault) {
        return filled(fault)
                .flatMap(context -> ending(client.sessions().create(SessionRequest.mounting(context, ROOT))));
    }

    Mono<Void> cancelledCreate(Fault fault) {
        return filled(fault)
                .flatMap(context -> client.sessions()
                        .create(SessionRequest.mounting(context, ROOT))
                        .take(Duration.ofMillis(300))
                        .onErrorComplete()
                        .then());
    }

    Mono<Void> use(Fault fault) {
        return filled(fault)
                .flatMap(context -> ending(client.sessions()
                        .use(
                                SessionRequest.mounting(Mount.of(context, ROOT).readyLater()),
                                session -> session.files().write(ROOT + "/new", "new"))));
    }

    /** One session is deleted by name, one is left to the service, one ends while its download runs. */
    Mono<Void> released(Fault fault, SyncPolicy policy) {
        var deleted = withFault(
                fault,
                policy,
                session -> client.sessions().deleteUnsaved(session.id()).then(gone(session)));
        var idle = withFault(
                fault,
                policy,
                session -> Mono.fromSupplier(session::detach)
                        .then(Mono.fromRunnable(() -> local.clock().advance(IDLE.multipliedBy(2))))
                        .then(gone(session)));
        return deleted.then(idle).then(Mono.defer(this::endedByService));
    }

    private Mono<Void> endedByService() {
        return filled(null).flatMap(context -> {
            local.faults().onDownload(ROOT).times(1).endSession();
            var mount = Mount.of(context, ROOT, SyncPolicy.onDemand().keepingDeleted());
            return ending(client.sessions().create(SessionRequest.mounting(mount)))
                    .doFinally(end -> local.faults().clear());
        });
    }

    /** A release that waits for a download without end is given up on. */
    private Mono<Void> gone(Session session) {
        return Mono.defer(() -> keeper.sessions().get(session.id()))
                .map(found -> false)
                .onErrorReturn(true)
                .filter(gone -> gone)
                .repeatWhenEmpty(again -> again.delayElements(Duration.ofMillis(200)))
                .timeout(Duration.ofSeconds(5))
                .onErrorComplete()
                .then();
    }

    private Mono<AgentBayContext> filled(@Nullable Fault fault) {
        return Mono.defer(() -> keeper.contexts()
                        .getOrCreate("context-" + number.incrementAndGet())
                        .doOnNext(contexts::add))
                .delayUntil(context -> Flux.fromIterable(NAMES)
                        .concatMap(name -> keeper.contexts()
                                .files(context)
                                .write(ROOT + "/" + name, name)
                                .then(keeper.contexts().files(context).write("/" + name, name))))
                .doOnNext(context -> arm(fault));
    }

    private void arm(@Nullable Fault fault) {
        if (fault == Fault.FAILS) {
            local.faults().onDownload(ROOT).fail("disk full");
        } else if (fault == Fault.NEVER_ENDS) {
            local.faults().onDownload(ROOT).stick();
        }
    }

    /** The end of the client, saved or not. */
    void shutdown() {
        Mono.when(
                        client.shutdown(Duration.ofSeconds(10)).onErrorComplete(),
                        stranger.shutdown(Duration.ofSeconds(10)).onErrorComplete())
                .block(LIMIT);
    }

    /** What is no longer in a context as it was. Each file lies under either spelling of its key. */
    List<String> lost() {
        return Flux.fromIterable(contexts)
                .concatMap(context -> Flux.fromIterable(NAMES)
                        .flatMapIterable(name -> List.of(ROOT + "/" + name, "/" + name))
                        .concatMap(key -> keeper.contexts()
                                .files(context)
                                .readText(key)
                                .filter(text -> key.endsWith("/" + text))
                                .hasElement()
                                .onErrorReturn(false)
                                .filter(there -> !there)
                                .map(gone -> context.name() + key)))
                .collectList()
                .blockOptional(LIMIT)
                .orElseThrow();
    }

    @Override
    public void close() {
        keeper.close();
        local.close();
    }
}
