package io.agentbay.reactive.local.load;

import io.agentbay.reactive.AgentBayClient;
import io.agentbay.reactive.common.Content;
import io.agentbay.reactive.context.AgentBayContext;
import io.agentbay.reactive.context.ContextFiles;
import io.agentbay.reactive.error.AgentBayException;
import io.agentbay.reactive.local.AgentBayLocal;
import io.agentbay.reactive.local.fault.CallFault;
import io.agentbay.reactive.session.Session;
import io.agentbay.reactive.session.SessionRequest;
import io.agentbay.reactive.sync.Mount;
import io.agentbay.reactive.sync.SyncPolicy;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.Map;
import java.util.Queue;
import java.util.Random;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.LongAdder;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * Everything a client does, by several at once and under faults, on a bounded set of names. What a fault makes fail is
 * counted; what must not happen is kept as a surprise.
 */
final class MixedLoad {

    static final int KINDS = 5;

    private static final int AT_ONCE = 12;
    private static final int CONTEXTS = 16;
    private static final int FILES = 40;
    /** Longer than the client waits for anything. */
    private static final Duration LONGEST = Duration.ofMinutes(15);

    private static final Duration PAUSE = Duration.ofMillis(25);

    private final AgentBayClient client;
    private final Map<String, LongAdder> kinds = new ConcurrentSkipListMap<>();
    private final Map<String, LongAdder> failures = new ConcurrentSkipListMap<>();
    private final Queue<Throwable> surprises = new ConcurrentLinkedQueue<>();
    private final AtomicLong done = new AtomicLong();
    private final AtomicLong failed = new AtomicLong();
    private final Random random = new Random(4);

    MixedLoad(AgentBayLocal local, AgentBayClient client) {
        this.client = client;
        var faults = local.faults();
        faults.seed(4);
        faults.on("*").sometimes(0.01).throttle(Duration.ofMillis(20));
        faults.on("*").sometimes(0.005).httpStatus(503, "ServiceUnavailable");
        faults.on("*").sometimes(0.003).drop(CallFault.When.AFTER_WORK);
        faults.on("*").sometimes(0.003).reset(CallFault.When.MID_BODY);
        faults.on("*").sometimes(0.002).garbage();
        faults.on("*").sometimes(0.1).delay(Duration.ofMillis(5), 1.0);
        faults.on("GET object").sometimes(0.01).drop(CallFault.When.MID_BODY);
        faults.on("PUT object").sometimes(0.01).reset(CallFault.When.MID_BODY);
        faults.on("GET object").sometimes(0.01).expireUrl();
        faults.onUpload("/mnt/data").sometimes(0.02).fail("disk full");
        faults.onUpload("/mnt/data").sometimes(0.01).endSession();
        faults.onUpload("/mnt/data").sometimes(0.02).showStaleFirst();
    }

    Mono<Void> run(Duration length) {
        long end = System.nanoTime() + length.toNanos();
        return Flux.range(0, AT_ONCE)
                .flatMap(
                        worker -> Mono.defer(this::one).delaySubscription(PAUSE).repeat(() -> System.nanoTime() < end))
                .then();
    }

    private Mono<Void> one() {
        int dice = draw(10);
        String context = "soak-" + draw(CONTEXTS);
        String file = "/mnt/data/file-" + draw(FILES);
        Mono<Void> work = switch (dice) {
            case 0 -> counted("context", contextLife());
            case 1 -> counted("listing", listing(context));
            case 2, 3 -> counted("cancelled", cancelled(session(context, file)));
            case 4, 5, 6 -> counted("object", object(context, file));
            default -> counted("session", session(context, file));
        };
        return work.timeout(LONGEST).onErrorResume(this::note).doFinally(end -> done.incrementAndGet());
    }

    private synchronized int draw(int bound) {
        return random.nextInt(bound);
    }

    private Mono<Void> counted(String kind, Mono<Void> work) {
        return work.doOnSubscribe(
                begun -> kinds.computeIfAbsent(kind, k -> new LongAdder()).increment());
    }

    private Mono<Void> note(Throwable error) {
        if (error instanceof AgentBayException) {
            failed.incrementAndGet();
            failures.computeIfAbsent(error.getClass().getSimpleName(), type -> new LongAdder())
                    .increment();
        } else {
            surprises.add(error);
        }
        return Mono.empty();
    }

    private Mono<Void> session(String name, String file) {
        return client.contexts()
                .getOrCreate(name)
                .flatMap(context -> client.sessions().use(request(context), session -> work(session, file)));
    }

    private static SessionRequest request(AgentBayContext context) {
        var policy = SyncPolicy.manual().keepingDeleted();
        return SessionRequest.mounting(Mount.of(context, "/mnt/data", policy))
                .idleTimeout(Duration.ofMinutes(1))
                .keepFor(Duration.ofSeconds(20))
                .onError(SessionRequest.Ending.DISCARD)
                .onCancel(SessionRequest.Ending.DISCARD);
    }

    private static Mono<Void> work(Session session, String file) {
        return session.files()
                .write(file, "content of " + file)
                .then(session.files().readText(file))
                .doOnNext(text -> require(text.equals("content of " + file), "a session read " + text))
                .thenMany(session.files().list("/mnt/data"))
                .then(session.sync().upload())
                .then();
    }

    /** Gives up at some moment, wherever the work is then. */
    private Mono<Void> cancelled(Mono<Void> work) {
        return Mono.firstWithSignal(
                work, Mono.delay(Duration.ofMillis(draw(150))).then());
    }

    private Mono<Void> object(String name, String file) {
        byte[] content = new byte[1 + draw(256 * 1024)];
        synchronized (this) {
            random.nextBytes(content);
        }
        String mine = file + "-" + draw(Integer.MAX_VALUE);
        return client.contexts().getOrCreate(name).flatMap(context -> {
            ContextFiles files = client.contexts().files(context);
            return files.write(mine, Content.of(content))
                    .then(files.read(mine).reduce(ByteBuffer.allocate(content.length), ByteBuffer::put))
                    .doOnNext(read ->
                            require(ByteBuffer.wrap(content).equals(read.flip()), "an object came back changed"))
                    .then(files.delete(mine))
                    .onErrorResume(error -> files.delete(mine).onErrorComplete().then(Mono.error(error)));
        });
    }

    private Mono<Void> listing(String name) {
        return client.contexts()
                .list()
                .then(client.contexts().find(name))
                .flatMap(context ->
                        client.contexts().files(context).list("/mnt/data").then());
    }

    private Mono<Void> contextLife() {
        String name = "life-" + draw(Integer.MAX_VALUE);
        return client.contexts()
                .getOrCreate(name)
                .flatMap(context -> client.contexts()
                        .files(context)
                        .write("/a.txt", "a")
                        .then(client.contexts().rename(context, name + "-renamed"))
                        .flatMap(renamed -> client.contexts().clear(context))
                        .then(client.contexts().delete(context))
                        .onErrorResume(error -> client.contexts()
                                .delete(context)
                                .onErrorComplete()
                                .then(Mono.error(error))));
    }

    private static void require(boolean holds, String otherwise) {
        if (!holds) {
            throw new AssertionError(otherwise);
        }
    }

    long done() {
        return done.get();
    }

    long failed() {
        return failed.get();
    }

    Map<String, LongAdder> kinds() {
        return kinds;
    }

    Map<String, LongAdder> failures() {
        return failures;
    }

    Queue<Throwable> surprises() {
        return surprises;
    }
}
