package io.agentbay.reactive.internal.http;

import io.agentbay.reactive.error.AgentBayException;
import io.agentbay.reactive.error.ErrorDetails;
import io.agentbay.reactive.error.TransportException;
import io.agentbay.reactive.error.TransportException.Phase;
import java.net.URI;
import java.util.concurrent.TimeoutException;
import javax.net.ssl.SSLException;
import reactor.core.publisher.Mono;
import reactor.netty.Connection;
import reactor.netty.NettyOutbound;
import reactor.netty.internal.shaded.reactor.pool.PoolAcquirePendingLimitException;
import reactor.netty.internal.shaded.reactor.pool.PoolAcquireTimeoutException;
import reactor.netty.internal.shaded.reactor.pool.PoolShutdownException;

/** One request and its answer: what is concealed of it, how far it came, and what a failure therefore means. */
final class Exchange {

    private final String operation;
    private final URI uri;
    private final Concealed concealed;
    private volatile Phase phase = Phase.CONNECT;
    private volatile boolean left;
    private volatile boolean givenUp;

    Exchange(String operation, URI uri, Concealed concealed) {
        this.operation = operation;
        this.uri = uri;
        this.concealed = concealed;
    }

    Concealed concealed() {
        return concealed;
    }

    /** Returns the part of the address that may be seen: scheme, host and port. */
    URI base() {
        return URI.create(uri.getScheme() + "://" + uri.getRawAuthority() + "/");
    }

    /** Makes this the next exchange of the connection that {@code outbound} writes to. */
    <O extends NettyOutbound> O on(O outbound) {
        outbound.withConnection(connection -> RequestFinisher.announce(connection.channel(), this));
        return outbound;
    }

    void sending(boolean connected) {
        phase = Phase.SEND;
        left = connected;
    }

    void sent(boolean whole) {
        if (whole && phase == Phase.SEND) {
            phase = Phase.RESPONSE;
        }
    }

    void answered() {
        phase = Phase.BODY;
    }

    /**
     * The answer with failures in our words. After a cancel nothing is left of it, and after a failure nothing of an
     * answer that comes too late: what Reactor Netty received then it hands to nobody and keeps, and a failure after a
     * cancel could be told to nobody.
     */
    <T> Mono<T> ofOne(Mono<T> answer) {
        return answer.doOnDiscard(Connection.class, Connection::dispose)
                .contextWrite(Unheard::disposing)
                .onErrorResume(error -> givenUp ? Mono.empty() : Mono.error(failure(error)))
                .doOnCancel(() -> givenUp = true);
    }

    Throwable failure(Throwable error) {
        if (error instanceof AgentBayException) {
            return error;
        }
        var at = phase(error);
        var details = ErrorDetails.of(operation).mayHaveHappened(left).cause(error);
        return new TransportException(words(at) + " " + place() + ": " + reason(error), at, details);
    }

    private Phase phase(Throwable error) {
        if (error instanceof PoolAcquirePendingLimitException
                || error instanceof PoolAcquireTimeoutException
                || error instanceof PoolShutdownException) {
            return Phase.ACQUIRE;
        }
        return phase == Phase.CONNECT && error instanceof SSLException ? Phase.TLS : phase;
    }

    private String place() {
        return uri.getHost() + (uri.getPort() < 0 ? "" : ":" + uri.getPort());
    }

    private static String words(Phase phase) {
        return switch (phase) {
            case ACQUIRE -> "No free connection to";
            case CONNECT -> "Could not connect to";
            case TLS -> "No trusted connection to";
            case SEND -> "Could not send the request to";
            case RESPONSE -> "No answer from";
            case BODY -> "The answer broke off from";
        };
    }

    private static String reason(Throwable error) {
        var message = error.getMessage();
        if (message != null && !message.isBlank()) {
            return message;
        }
        return error instanceof TimeoutException
                ? "nothing came in time"
                : error.getClass().getSimpleName();
    }
}
