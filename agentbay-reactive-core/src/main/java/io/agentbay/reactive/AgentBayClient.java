package io.agentbay.reactive;

import io.agentbay.reactive.config.ClientOptions;
import io.agentbay.reactive.context.ContextOperations;
import io.agentbay.reactive.event.Activity;
import io.agentbay.reactive.event.EventPosition;
import io.agentbay.reactive.event.OperationEvent;
import io.agentbay.reactive.pipeline.CallFilter;
import io.agentbay.reactive.session.SessionOperations;
import io.agentbay.reactive.snapshot.BackupOperations;
import io.agentbay.reactive.snapshot.SnapshotOperations;
import io.github.resilience4j.circuitbreaker.CircuitBreakerRegistry;
import io.github.resilience4j.retry.RetryRegistry;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.observation.ObservationRegistry;
import java.time.Clock;
import java.time.Duration;
import java.util.function.UnaryOperator;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.netty.http.client.HttpClient;

/**
 * A client of AgentBay.
 *
 * <p>One client serves a whole application: it is safe for use from any thread, shares connections, limits and the
 * state of sessions, and starts no thread per operation. Every publisher it hands out is cold, except {@link
 * #events()}.
 */
public interface AgentBayClient extends AutoCloseable {

    /**
     * Creates a client from the environment: {@code AGENTBAY_API_KEY}, {@code AGENTBAY_ENDPOINT}, {@code
     * AGENTBAY_REGION_ID}, {@code AGENTBAY_TIMEOUT_MS}. Makes no call.
     *
     * @throws IllegalStateException if there is no API key
     */
    static AgentBayClient create() {
        return builder().build();
    }

    /** Begins a client: what the builder is not told comes from the environment, then from the defaults. */
    static Builder builder() {
        return new DefaultBuilder(System::getenv);
    }

    /** Contexts: storage that outlives sessions. */
    ContextOperations contexts();

    /** Sessions: machines to work in. */
    SessionOperations sessions();

    /** Snapshots of contexts: taken, proved, compared, restored, thinned out. */
    SnapshotOperations snapshots();

    /** Backups: snapshots that are dated and verified before they count. */
    BackupOperations backups();

    /**
     * Every event of this client from the subscription on. Hot: cancelling stops nothing but the watching.
     *
     * <p>A slow subscriber gets one {@code Gap} for much progress and never misses a start or an end; with more than
     * 65,536 events waiting it ends with {@code SubscriberTooSlowException}. Any number may subscribe; none slows down
     * the work or another one. Completes at the end of the client.
     */
    Flux<OperationEvent> events();

    /**
     * Every event of this client after a position, then as {@link #events()}: for a reader who comes back, such as an
     * SSE connection with its {@code Last-Event-ID}.
     *
     * <p>The latest 16,384 events are remembered, of an operation's progress the latest only, which comes as a {@code
     * Gap} where something was left out. A position that is older than that, or of another client, such as the one
     * before a restart, is answered by a {@code Gap} of the kind {@code STREAM} first, then by what is remembered.
     */
    Flux<OperationEvent> events(EventPosition after);

    /**
     * What is under way at this moment, and the position from which {@link #events(EventPosition)} goes on: together a
     * complete picture for one who begins to watch. Makes no call.
     */
    Activity activity();

    /**
     * Saves and closes the sessions this client owns, waits for closings under way, then frees connections and timers.
     *
     * <p>Waits at most {@code grace}; what is not done by then is given up, and the service ends those sessions after
     * their idle timeout. Sessions that could not be saved: the first one's {@code SessionNotSavedException}, the
     * others suppressed onto it; resources are freed all the same. Further calls of the client are {@code
     * ClosedException}. Repeating it joins the first one.
     *
     * <p>Nobody keeps a session alive from then on that is left so, nor holds the service back: at the idle timeout it
     * uploads the mounts whose policy says so, and where deletions are propagated and the first download never
     * completed, it deletes from the context what had not arrived. Until then, which the error's {@code aliveUntil}
     * names, another client can save it. {@code manual().keepingDeleted()} has no such end.
     */
    Mono<Void> shutdown(Duration grace);

    /**
     * As {@link #shutdown} with the options' grace, waiting for it.
     *
     * @throws IllegalStateException on a thread that must not block, such as an event loop; use {@link #shutdown} there
     */
    @Override
    void close();

    /** Collects what a client is made of. Not safe for use from several threads at once. */
    interface Builder {

        /** The API key; environment {@code AGENTBAY_API_KEY}. Printed nowhere. */
        Builder apiKey(String key);

        /**
         * Where the service is: {@code host} or {@code host:port}, called by HTTPS, or a full URI. Environment {@code
         * AGENTBAY_ENDPOINT}. Plain {@code http} is refused beyond this machine unless {@link
         * io.agentbay.reactive.config.Trust#plainHttpTo} allows the host.
         */
        Builder endpoint(String hostPortOrUri);

        /** The region sessions and contexts are made in; environment {@code AGENTBAY_REGION_ID}, by default the service's choice. */
        Builder region(String region);

        /** Timeouts, limits, connections, trust. Environment {@code AGENTBAY_TIMEOUT_MS} is the attempt timeout unless the options say otherwise. */
        Builder options(ClientOptions options);

        /** Adds a filter around each call; the first added is the outermost. */
        Builder filter(CallFilter filter);

        /** The clock of what is shown to people, such as the time of events; the system's by default. */
        Builder clock(Clock clock);

        /** Changes the HTTP client, for instance for a proxy or for TLS of one's own. */
        Builder httpClient(UnaryOperator<HttpClient> change);

        /** Where to count and time; nowhere by default. */
        Builder meterRegistry(MeterRegistry registry);

        /**
         * Where to report observations, for instance for tracing; nowhere by default.
         *
         * @throws IllegalStateException if {@code io.projectreactor:reactor-core-micrometer}, an optional dependency, is
         *     not there
         */
        Builder observationRegistry(ObservationRegistry registry);

        /** Where circuit breakers are kept; its default configuration is used instead of the client's. */
        Builder circuitBreakerRegistry(CircuitBreakerRegistry registry);

        /** Where retries are kept and can be watched. */
        Builder retryRegistry(RetryRegistry registry);

        /**
         * Makes the client; makes no call.
         *
         * @throws IllegalStateException if there is no API key; names the variable
         * @throws IllegalArgumentException if the endpoint makes no sense or would show the key to the network
         */
        AgentBayClient build();
    }
}
