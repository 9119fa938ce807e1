package io.agentbay.reactive.session;

import java.net.URI;
import java.time.Instant;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

/**
 * The session itself, rather than what is in it.
 *
 * <p>Safe for use from any thread; every publisher is cold, and everything here is safe to repeat.
 */
public interface SessionControl {

    /** Reads what the service says of the session; an ended one is a {@code NotFoundException}. */
    Mono<SessionInfo> info();

    /**
     * Starts the session's idle time anew. Not needed while a call, a sync or a close is open: the client does it then.
     */
    Mono<Void> keepAlive();

    /** Reads the session's labels, this client's own {@link SessionRequest#ID_LABEL} included. */
    Mono<Map<String, String>> labels();

    /**
     * Replaces the session's labels, except {@link SessionRequest#ID_LABEL}, which stays.
     *
     * <p>The service replaces the whole map; two clients replacing at the same time overwrite each other.
     *
     * @throws IllegalArgumentException if a key is blank or this client's own
     */
    Mono<Void> replaceLabels(Map<String, String> labels);

    /**
     * Pauses the session and completes when the service says that it is paused; at once when it is.
     *
     * <p>A paused session keeps what it holds and refuses tools, commands and syncs: resume it before it is closed. The
     * service is asked every 2 s, for 10 minutes at most ({@code DeadlineExceededException}). A session that turns into
     * any other state is a {@code ConflictException}. A cancel stops waiting; the pausing goes on.
     */
    Mono<Void> pause();

    /** Lets a paused session run again and completes when it does; at once when it runs. As {@link #pause}. */
    Mono<Void> resume();

    /** Reads what the session's machine uses now. */
    Mono<Metrics> metrics();

    /**
     * Asks for an address under which a port of the session can be reached from outside.
     *
     * <p>The service opens ports 30100 to 30199 to it.
     *
     * @throws IllegalArgumentException if {@code port} is not from 1 to 65535
     */
    Mono<Link> link(int port);

    /**
     * What a session's machine uses, in the service's own figures; {@code null} where it does not tell one.
     *
     * @param cpus how many processors it has
     * @param cpuPercent how busy they are, 0 to 100
     * @param memoryUsed in bytes
     * @param memoryTotal in bytes
     * @param diskUsed in bytes
     * @param diskTotal in bytes
     * @param at when, by the service's clock, or by this client's where the service does not tell
     */
    record Metrics(
            @Nullable Integer cpus,
            @Nullable Double cpuPercent,
            @Nullable Long memoryUsed,
            @Nullable Long memoryTotal,
            @Nullable Long diskUsed,
            @Nullable Long diskTotal,
            Instant at) {

        /** Checks that the time is there. */
        public Metrics {
            Objects.requireNonNull(at, "at");
        }
    }

    /**
     * An address of a port of a session.
     *
     * @param port the port inside the session
     * @param uri the address; whoever has it may enter, so it does not print
     */
    record Link(int port, URI uri) {

        /** Checks that the address is there. */
        public Link {
            Objects.requireNonNull(uri, "uri");
        }

        /** Returns port and host. */
        @Override
        public String toString() {
            return "Link[port " + port + ", at " + uri.getHost() + "]";
        }
    }
}
