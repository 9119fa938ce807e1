package io.agentbay.reactive.examples.monitor;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicBoolean;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.core.ParameterizedTypeReference;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.codec.ServerSentEvent;
import org.springframework.web.reactive.function.client.WebClient;
import reactor.core.publisher.Flux;
import reactor.core.scheduler.Schedulers;

/** The monitor without a browser: its REST calls, and its stream as any SSE client reads it. */
class MonitorApiTests {

    private static final Duration LIMIT = Duration.ofMinutes(2);

    private static Monitor monitor;

    @BeforeAll
    static void start() {
        monitor = Monitor.start("--monitor.sync-time=50ms", "--monitor.heartbeat=100ms");
    }

    @AfterAll
    static void stop() {
        monitor.close();
    }

    @Test
    void workBeginsAndIsDoneAndSaved() {
        long id = monitor.begin("saved", 3, 2);
        awaitState(id, "done");
        var client = monitor.client();
        assertThat(client.contexts()
                        .get("saved-3")
                        .flatMap(context -> client.contexts().files(context).readText("/home/wuying/data/file-3.txt"))
                        .block(LIMIT))
                .startsWith("Round 2, file 3.");
    }

    @Test
    void stoppedWorkIsSavedAndClosed() {
        long id = monitor.begin("stopped", 2, 1_000);
        Awaitility.await().atMost(LIMIT).until(() -> openSessions() == 2);
        assertThat(status(monitor.web().delete().uri("/api/work/" + id))).isEqualTo(HttpStatus.NO_CONTENT);
        awaitState(id, "stopped");
        Awaitility.await().atMost(LIMIT).until(() -> openSessions() == 0);
        assertThat(status(monitor.web().delete().uri("/api/work/" + id))).isEqualTo(HttpStatus.NOT_FOUND);
    }

    @Test
    void workThatMakesNoSenseIsRefused() {
        assertThat(status(monitor.web()
                        .post()
                        .uri("/api/work")
                        .bodyValue(Map.of(
                                "context", " ", "sessions", 0, "atOnce", 1, "rounds", 1, "files", 1, "kilobytes", 1))))
                .isEqualTo(HttpStatus.BAD_REQUEST);
    }

    @Test
    void theReasonOfAFailureIsTold() {
        monitor.service().faults().onUpload("/home/wuying/data").times(1).fail("disk full");
        var failed = Objects.requireNonNull(streamOf(() -> monitor.begin("failing", 1, 1))
                .flatMapIterable(MonitorApiTests::events)
                .filter(event -> "failed".equals(event.get("type")) && "UPLOAD".equals(event.get("kind")))
                .blockFirst(LIMIT));
        assertThat(failed.get("reason")).asString().contains("disk full");
    }

    @Test
    void whoComesBackGetsWhatItMissedAndNothingTwice() {
        var first = Objects.requireNonNull(streamOf(() -> monitor.begin("missed", 1, 1))
                .filter(message -> "events".equals(message.event()))
                .blockFirst(LIMIT));
        awaitState(monitor.begin("missed-too", 1, 1), "done");

        var caughtUp = Objects.requireNonNull(stream(first.id())
                .filter(message -> "events".equals(message.event()))
                .takeUntil(message -> events(message).stream().anyMatch(event -> ended(event, "SESSION_CLOSE")))
                .collectList()
                .block(LIMIT));
        assertThat(caughtUp).allSatisfy(message -> assertThat(sequence(message)).isGreaterThan(sequence(first)));
        assertThat(caughtUp.stream().map(MonitorApiTests::sequence)).isSorted().doesNotHaveDuplicates();
    }

    @Test
    void whoComesBackFromBeforeARestartIsToldOfTheGap() {
        var messages = Objects.requireNonNull(stream("another-client-42")
                .filter(MonitorApiTests::isMessage)
                .take(2)
                .collectList()
                .block(LIMIT));
        assertThat(messages).extracting(ServerSentEvent::event).containsExactly("gap", "picture");
    }

    @Test
    void anIdThatIsNoPositionBeginsAnew() {
        assertThat(stream("nonsense").filter(MonitorApiTests::isMessage).next().block(LIMIT))
                .extracting(ServerSentEvent::event)
                .isEqualTo("picture");
    }

    @Test
    void aQuietStreamSaysThatItIsAlive() {
        assertThat(stream(null)
                        .filter(message -> "beat".equals(message.comment()))
                        .take(2)
                        .count()
                        .block(LIMIT))
                .isEqualTo(2);
    }

    @Test
    void contextsHaveSnapshots() {
        awaitState(monitor.begin("kept", 1, 1), "done");
        var id = Objects.requireNonNull(
                        monitor.client().contexts().get("kept-1").block(LIMIT))
                .id()
                .value();
        assertThat(status(monitor.web().post().uri("/api/contexts/" + id + "/snapshots")))
                .isEqualTo(HttpStatus.OK);
        var snapshots = get("/api/contexts/" + id + "/snapshots");
        assertThat(snapshots).contains("\"files\":3").contains("monitor-");
        assertThat(get("/api/contexts")).contains("kept-1");
    }

    @Test
    void thePageMayLoadOnlyWhatIsItsOwn() {
        var headers = Objects.requireNonNull(monitor.web()
                        .get()
                        .uri("/")
                        .retrieve()
                        .toBodilessEntity()
                        .block(LIMIT))
                .getHeaders();
        assertThat(headers.getFirst("Content-Security-Policy"))
                .startsWith("default-src 'self'")
                .doesNotContain("unsafe");
    }

    private static Flux<ServerSentEvent<List<Map<String, Object>>>> stream(String last) {
        return monitor.web()
                .get()
                .uri("/api/events")
                .accept(MediaType.TEXT_EVENT_STREAM)
                .headers(headers -> {
                    if (last != null) {
                        headers.set("Last-Event-ID", last);
                    }
                })
                .retrieve()
                .bodyToFlux(new ParameterizedTypeReference<ServerSentEvent<List<Map<String, Object>>>>() {});
    }

    /** A new stream; the work begins once it told the first picture. */
    private static Flux<ServerSentEvent<List<Map<String, Object>>>> streamOf(Runnable work) {
        var begun = new AtomicBoolean();
        return stream(null).filter(MonitorApiTests::isMessage).doOnNext(message -> {
            if (begun.compareAndSet(false, true)) {
                Schedulers.boundedElastic().schedule(work);
            }
        });
    }

    private static boolean isMessage(ServerSentEvent<?> message) {
        return message.event() != null;
    }

    private static List<Map<String, Object>> events(ServerSentEvent<List<Map<String, Object>>> message) {
        return message.data() == null ? List.of() : message.data();
    }

    private static boolean ended(Map<String, Object> event, String kind) {
        return "completed".equals(event.get("type")) && kind.equals(event.get("kind"));
    }

    private static long sequence(ServerSentEvent<?> message) {
        var id = Objects.requireNonNull(message.id());
        return Long.parseLong(id.substring(id.lastIndexOf('-') + 1));
    }

    private static void awaitState(long id, String state) {
        Awaitility.await()
                .atMost(LIMIT)
                .untilAsserted(() -> assertThat(get("/api/work"))
                        .containsPattern("\\{\"id\":" + id + ",[^}]*}[^}]*\"state\":\"" + state + "\""));
    }

    private static int openSessions() {
        return monitor.client().sessions().owned().size();
    }

    private static String get(String path) {
        return Objects.requireNonNull(monitor.web()
                .get()
                .uri(path)
                .retrieve()
                .bodyToMono(String.class)
                .block(LIMIT));
    }

    private static HttpStatus status(WebClient.RequestHeadersSpec<?> call) {
        return Objects.requireNonNull(
                call.exchangeToMono(answer -> answer.releaseBody().thenReturn((HttpStatus) answer.statusCode()))
                        .block(LIMIT));
    }
}
