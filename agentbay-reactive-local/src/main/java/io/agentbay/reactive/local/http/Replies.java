package io.agentbay.reactive.local.http;

import io.agentbay.reactive.local.core.Reasons;
import io.agentbay.reactive.local.core.ServiceError;
import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import io.netty.channel.ChannelOption;
import io.netty.handler.codec.http.HttpHeaderNames;
import java.io.IOException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import reactor.core.publisher.Mono;
import reactor.netty.channel.AbortedException;
import reactor.netty.http.server.HttpServerResponse;

/** Writes answers, whole or cut. */
final class Replies {

    private static final Logger LOG = LoggerFactory.getLogger(Replies.class);

    private Replies() {}

    static Mono<Void> send(HttpServerResponse response, Answer answer) {
        boolean reset = answer.cut().reset();
        return switch (answer.cut().place()) {
            case NOWHERE ->
                head(response, answer)
                        .sendObject(bytes(answer, answer.body().length))
                        .then();
            case BEFORE_HEADERS -> hangUp(response, reset);
            case MID_BODY ->
                head(response, answer)
                        .sendObject(bytes(answer, answer.body().length / 2))
                        .then()
                        .then(hangUp(response, reset));
        };
    }

    /** The error as an answer; once headers are out there is nothing left but to close the connection. */
    static Mono<Void> sendError(HttpServerResponse response, Throwable error, String requestId) {
        if (callerLeft(error) || response.hasSentHeaders()) {
            return hangUp(response);
        }
        if (error instanceof IOException disk) {
            LOG.warn("Request {} failed: {}", requestId, Reasons.of(disk));
            response.keepAlive(false);
            return send(response, Answer.of(new ServiceError(500, "InternalError", Reasons.of(disk)), requestId));
        }
        if (!(error instanceof ServiceError known)) {
            LOG.error("Request {} failed inside the service", requestId, error);
            return send(response, Answer.of(internal(), requestId));
        }
        response.keepAlive(false);
        return send(response, Answer.of(known, requestId));
    }

    private static boolean callerLeft(Throwable error) {
        return error instanceof AbortedException || AbortedException.isConnectionReset(error);
    }

    static Mono<Void> hangUp(HttpServerResponse response) {
        return hangUp(response, false);
    }

    /** Closes the connection, in order or so that the other side sees a reset. */
    static Mono<Void> hangUp(HttpServerResponse response, boolean reset) {
        return Mono.create(sink -> response.withConnection(connection -> {
            if (reset) {
                connection.channel().config().setOption(ChannelOption.SO_LINGER, 0);
            }
            var unused = connection.channel().close();
            sink.success();
        }));
    }

    private static ServiceError internal() {
        return new ServiceError(500, "InternalError", "The request processing has failed due to some unknown error.");
    }

    private static HttpServerResponse head(HttpServerResponse response, Answer answer) {
        response.status(answer.status());
        answer.headers().forEach(response::header);
        return response.header(HttpHeaderNames.CONTENT_LENGTH, Integer.toString(answer.body().length));
    }

    private static ByteBuf bytes(Answer answer, int length) {
        return Unpooled.wrappedBuffer(answer.body(), 0, length);
    }
}
