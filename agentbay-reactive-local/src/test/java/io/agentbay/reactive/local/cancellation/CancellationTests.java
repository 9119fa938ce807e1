package io.agentbay.reactive.local.cancellation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.agentbay.reactive.AgentBayClient;
import io.agentbay.reactive.config.ClientOptions;
import io.agentbay.reactive.local.AgentBayLocal;
import io.agentbay.reactive.local.LocalOptions;
import io.agentbay.reactive.session.Session;
import io.agentbay.reactive.session.SessionQuery;
import io.agentbay.reactive.session.SessionRequest;
import io.agentbay.reactive.session.SessionSummary;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.Meter;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Random;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Cancels at random instants, on a healthy but slow service: whatever was created is deleted, and nothing goes on. */
class CancellationTests {

    private static final int INSTANTS = 334;
    private static final int AT_ONCE = 48;
    private static final String MOUNT = "/mnt/data";
    private static final Duration SLOW = Duration.ofMillis(15);

    @TempDir
    Path data;

    private final Random instants = new Random(20261123);
    private final SimpleMeterRegistry meters = new SimpleMeterRegistry();
    private final AtomicInteger ended = new AtomicInteger();
    private AgentBayLocal local;
    private AgentBayClient client;

    @BeforeEach
    void startSlowService() {
        local = AgentBayLocal.start(data, LocalOptions.defaults());
        client = local.clientBuilder()
                .meterRegistry(meters)
                .options(ClientOptions.defaults().shutdownGrace(Duration.ofSeconds(30)))
                .build();
        for (String action :
                List.of("CreateMcpSession", "GetContextInfo", "SyncContext", "CallMcpTool", "DeleteSessionAsync")) {
            local.faults().on(action).delay(SLOW);
        }
    }

    @AfterEach
    void stop() {
        client.close();
        local.close();
    }

    @Test
    void cancelledCreatesLeaveNoSession() {
        run(request -> cancelled(client.sessions().create(request).flatMap(Session::close), 700));
        nothingIsLeft();
    }

    @Test
    void cancelledUsesLeaveNoSession() {
        run(request -> cancelled(client.sessions().use(request, this::work), 4_000));
        nothingIsLeft();
    }

    @Test
    void cancelledSyncsLeaveNoPollAndASessionThatStillCloses() {
        run(request -> client.sessions()
                .create(request)
                .flatMap(session -> write(session)
                        .then(cancelled(session.sync().upload(), 2_000))
                        .then(session.close())));
        nothingIsLeft();
    }

    /** Each attempt has a context of its own: sessions that mirror deletions into one would halt each other. */
    private void run(Function<SessionRequest, Mono<?>> attempt) {
        Flux.range(0, INSTANTS)
                .flatMap(index -> client.contexts().getOrCreate("cancelled-" + index), AT_ONCE)
                .map(context -> SessionRequest.mounting(context, MOUNT))
                .flatMap(request -> attempt.apply(request).then(), AT_ONCE)
                .then()
                .block(Duration.ofMinutes(4));
        assertThat(ended).as("operations that ended before they were cancelled").hasValueLessThan(INSTANTS);
    }

    /** Subscribes, cancels at a random instant, and completes either way. */
    private Mono<Void> cancelled(Mono<?> operation, int withinMillis) {
        return Mono.defer(() -> {
            Duration instant = Duration.ofMillis(instants.nextInt(withinMillis));
            return operation.doOnSuccess(done -> ended.incrementAndGet()).then().takeUntilOther(Mono.delay(instant));
        });
    }

    private Mono<Void> work(Session session) {
        return write(session).then(session.sync().upload()).then();
    }

    private static Mono<Void> write(Session session) {
        return session.files().write(MOUNT + "/" + session.id().value() + ".txt", "a");
    }

    private void nothingIsLeft() {
        await().atMost(Duration.ofMinutes(2)).untilAsserted(() -> {
            assertThat(client.sessions().owned()).isEmpty();
            assertThat(alive()).isEmpty();
        });
        await().untilAsserted(this::nothingGoesOn);
    }

    private List<SessionSummary> alive() {
        return client.sessions().list(SessionQuery.all()).collectList().block();
    }

    private void nothingGoesOn() throws InterruptedException {
        int before = local.requests().size();
        await().pollDelay(Duration.ofSeconds(2)).until(() -> true);
        assertThat(local.requests()).as("requests while nobody waits").hasSize(before);
        assertThat(meters.getMeters())
                .filteredOn(meter ->
                        meter instanceof Gauge && meter.getId().getName().contains("active")
                                || meter.getId().getName().contains("waiting"))
                .isNotEmpty()
                .allSatisfy(CancellationTests::isZero);
    }

    private static void isZero(Meter meter) {
        assertThat(((Gauge) meter).value()).as(meter.getId().toString()).isZero();
    }
}
