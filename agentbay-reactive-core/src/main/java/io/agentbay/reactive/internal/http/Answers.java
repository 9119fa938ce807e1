package io.agentbay.reactive.internal.http;

import io.agentbay.reactive.error.ErrorDetails;
import io.agentbay.reactive.error.TransportException;
import io.agentbay.reactive.error.TransportException.Phase;
import io.agentbay.reactive.internal.transport.HttpAnswer;
import io.netty.handler.codec.http.HttpHeaders;
import java.io.ByteArrayOutputStream;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import reactor.core.publisher.Mono;
import reactor.netty.ByteBufFlux;
import reactor.netty.http.client.HttpClientResponse;

/** Reads answers that fit into memory. */
final class Answers {

    private Answers() {}

    static Mono<HttpAnswer> read(Exchange exchange, HttpClientResponse response, ByteBufFlux bytes, int most) {
        exchange.answered();
        return bytes.asByteArray()
                .collect(() -> new Bounded(most), Bounded::append)
                .map(body -> new HttpAnswer(
                        response.status().code(), headers(response.responseHeaders()), body.toByteArray()));
    }

    static Map<String, String> headers(HttpHeaders headers) {
        var first = new HashMap<String, String>();
        headers.forEach(header -> first.putIfAbsent(header.getKey().toLowerCase(Locale.ROOT), header.getValue()));
        return Map.copyOf(first);
    }

    /** Bytes up to a limit. */
    private static final class Bounded extends ByteArrayOutputStream {

        private final int most;

        Bounded(int most) {
            this.most = most;
        }

        void append(byte[] more) {
            if (size() + more.length > most) {
                throw new TransportException(
                        "The answer is longer than " + most + " bytes",
                        Phase.BODY,
                        ErrorDetails.of("read answer").mayHaveHappened(true));
            }
            writeBytes(more);
        }
    }
}
