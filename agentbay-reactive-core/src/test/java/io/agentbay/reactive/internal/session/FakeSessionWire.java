package io.agentbay.reactive.internal.session;

import io.agentbay.reactive.error.ErrorDetails;
import io.agentbay.reactive.error.NotFoundException;
import io.agentbay.reactive.error.TransportException;
import io.agentbay.reactive.internal.wire.Page;
import io.agentbay.reactive.internal.wire.SessionWire;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Scheduler;

/** A service with sessions and nothing in them; each call takes 100 ms and works halfway through. */
final class FakeSessionWire implements SessionWire {

    static final Duration HALF = Duration.ofMillis(50);

    private final Scheduler timer;
    final Map<String, NewSession> sessions = new LinkedHashMap<>();
    final Map<String, String> status = new LinkedHashMap<>();
    final Map<String, Map<String, String>> labels = new LinkedHashMap<>();
    final List<String> calls = new ArrayList<>();
    final List<String> deleted = new ArrayList<>();
    boolean labelsShow = true;
    String afterDelete = "FINISH";
    Function<NewSession, Mono<SessionData>> onCreate = this::started;
    Function<String, Mono<Void>> onDelete = this::ended;
    Supplier<Mono<Void>> onKeepAlive = Mono::empty;
    Supplier<Mono<Void>> onList = Mono::empty;

    FakeSessionWire(Scheduler timer) {
        this.timer = timer;
    }

    static TransportException lost(String operation, boolean mayHaveHappened) {
        return new TransportException(
                "lost",
                TransportException.Phase.RESPONSE,
                ErrorDetails.of(operation).mayHaveHappened(mayHaveHappened));
    }

    /** The effect of a create. */
    SessionData start(NewSession asked) {
        var id = "s-" + (sessions.size() + 1);
        sessions.put(id, asked);
        status.put(id, "RUNNING");
        labels.put(id, asked.labels());
        return data(id);
    }

    private Mono<SessionData> started(NewSession asked) {
        return Mono.fromSupplier(() -> start(asked));
    }

    private Mono<Void> ended(String id) {
        return Mono.fromRunnable(() -> {
            deleted.add(id);
            status.put(id, afterDelete);
        });
    }

    private SessionData data(String id) {
        return new SessionData(id, status.get(id), null, null, null, null, Map.of(), List.of());
    }

    long count(String action) {
        return calls.stream().filter(action::equals).count();
    }

    private <T> Mono<T> call(String action, Mono<T> effect) {
        return Mono.defer(() -> {
            calls.add(action);
            return Mono.delay(HALF, timer)
                    .then(effect.materialize())
                    .delayElement(HALF, timer)
                    .dematerialize();
        });
    }

    private <T> Mono<T> on(String action, String id, Mono<T> effect) {
        return call(action, Mono.defer(() -> status.containsKey(id) ? effect : Mono.error(missing(id))));
    }

    static NotFoundException missing(String id) {
        return new NotFoundException("missing", NotFoundException.Kind.SESSION, id, 400, ErrorDetails.of("x"));
    }

    @Override
    public Mono<SessionData> create(NewSession session) {
        return call("create", Mono.defer(() -> onCreate.apply(session)));
    }

    @Override
    public Mono<SessionData> get(String sessionId) {
        return on("get", sessionId, Mono.fromSupplier(() -> data(sessionId)));
    }

    @Override
    public Mono<String> status(String sessionId) {
        return on("status", sessionId, Mono.fromSupplier(() -> status.get(sessionId)));
    }

    @Override
    public Mono<Page<SessionRow>> list(
            Map<String, String> wanted, @Nullable String state, int maxResults, @Nullable String token) {
        var listed = Mono.<Page<SessionRow>>fromSupplier(() -> new Page<>(rows(wanted), null));
        return call("list", Mono.defer(onList).then(listed));
    }

    private List<SessionRow> rows(Map<String, String> wanted) {
        return status.entrySet().stream()
                .filter(entry ->
                        labelsShow && labels.get(entry.getKey()).entrySet().containsAll(wanted.entrySet()))
                .map(entry -> new SessionRow(entry.getKey(), entry.getValue()))
                .toList();
    }

    @Override
    public Mono<Void> delete(String sessionId) {
        return on("delete", sessionId, Mono.defer(() -> onDelete.apply(sessionId)));
    }

    @Override
    public Mono<Void> setLabels(String sessionId, Map<String, String> all) {
        return on("setLabels", sessionId, Mono.fromRunnable(() -> labels.put(sessionId, all)));
    }

    @Override
    public Mono<Map<String, String>> labels(String sessionId) {
        return on("labels", sessionId, Mono.fromSupplier(() -> labels.get(sessionId)));
    }

    @Override
    public Mono<ResourceData> resource(String sessionId) {
        return Mono.error(new UnsupportedOperationException());
    }

    @Override
    public Mono<URI> link(String sessionId, @Nullable String protocol, @Nullable Integer port) {
        return Mono.error(new UnsupportedOperationException());
    }

    @Override
    public Mono<Void> keepAlive(String sessionId) {
        return on("keepAlive", sessionId, Mono.defer(() -> onKeepAlive.get()));
    }

    @Override
    public Mono<Void> pause(String sessionId) {
        return on("pause", sessionId, Mono.fromRunnable(() -> status.put(sessionId, "PAUSED")));
    }

    @Override
    public Mono<Void> resume(String sessionId) {
        return on("resume", sessionId, Mono.fromRunnable(() -> status.put(sessionId, "RUNNING")));
    }
}
