package io.agentbay.reactive.local;

import io.agentbay.reactive.AgentBayClient;
import io.agentbay.reactive.local.fault.Faults;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import reactor.core.publisher.Mono;

/**
 * AgentBay on this machine: a service that speaks the same protocol and keeps contexts in a directory. No key, no
 * network.
 *
 * <p>What it acknowledged survives a crash. Sessions do not: those a crash interrupted are reported ended at the next
 * start. One service at a time uses a data directory. Safe for use from several threads.
 */
public interface AgentBayLocal extends AutoCloseable {

    /** Starts with the default options, waiting until it listens; see {@link #start(Path, LocalOptions)}. */
    static AgentBayLocal start(Path data) {
        return start(data, LocalOptions.defaults());
    }

    /**
     * Starts, waiting until it listens.
     *
     * @param data where contexts are kept; created when missing
     * @throws IllegalStateException on a non-blocking thread, where {@link #startLater} belongs; or with one line saying
     *     why it cannot start, such as a data directory in use or a port that is taken
     */
    static AgentBayLocal start(Path data, LocalOptions options) {
        return Waiting.on("AgentBayLocal.start", "startLater", startLater(data, options));
    }

    /** Starts when subscribed and emits the running service; the same errors as {@link #start(Path, LocalOptions)}. */
    static Mono<AgentBayLocal> startLater(Path data, LocalOptions options) {
        return LocalStart.of(data, options);
    }

    /**
     * A client of this service: the same each time, and shut down with it, which saves and closes the sessions it owns.
     * Do not close it yourself.
     */
    AgentBayClient client();

    /**
     * Begins a client of your own, with endpoint, key and trust set; you close it before the service.
     *
     * <p>With HTTPS the trust is set by {@code httpClient(..)}; who calls that again has to trust the certificate himself.
     */
    AgentBayClient.Builder clientBuilder();

    /** Where it listens, such as {@code http://127.0.0.1:40123}. */
    URI endpoint();

    /** The first API key it knows. */
    String apiKey();

    /** What shall go wrong. */
    Faults faults();

    /** The service's clock. */
    LocalClock clock();

    /** The latest requests, oldest first: at most 10,000, without keys, tokens and signatures. */
    List<Request> requests();

    /** Disarms all faults, sets their seed to 0, and forgets the journal; data, sessions and the clock stay. */
    void reset();

    /**
     * Stops when subscribed; completes when nothing of it is left. Idempotent. If {@link #client()} could not save a
     * session, the service stops all the same and the error is that one.
     */
    Mono<Void> closeLater();

    /**
     * Stops, waiting until nothing of it is left. Sessions still open are ended without their release upload.
     *
     * @throws IllegalStateException on a non-blocking thread, where {@link #closeLater} belongs
     */
    @Override
    void close();

    /**
     * One request the service got.
     *
     * @param at when, by the service's clock
     * @param action its action; for a signed URL {@code PUT object} or {@code GET object}
     * @param fields its fields without secrets, long values cut
     * @param status the HTTP status it was answered with, or was to be before a fault cut the answer; 0 when a fault left
     *     it unanswered and undone
     * @param code {@code ok}, or the service's error code; empty when nothing was done
     * @param took how long the work took, without what a fault added
     * @param fault which fault struck it, such as {@code f1: action GetContext: garbage}; empty when none did
     */
    record Request(
            Instant at,
            String action,
            Map<String, String> fields,
            int status,
            String code,
            Duration took,
            String fault) {}
}
