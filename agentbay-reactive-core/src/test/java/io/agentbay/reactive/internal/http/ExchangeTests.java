package io.agentbay.reactive.internal.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.agentbay.reactive.error.TransportException;
import io.netty.channel.embedded.EmbeddedChannel;
import java.io.IOException;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Mono;
import reactor.netty.Connection;
import reactor.test.StepVerifier;

class ExchangeTests {

    private static final URI HERE = URI.create("http://127.0.0.1:1/");

    private final Exchange exchange = new Exchange("PUT", HERE, Concealed.of(HERE, Map.of()));

    /** As when a service refuses what is still being sent, and the connection breaks before the refusal is read. */
    @Test
    void anAnswerThatComesAfterTheFailureKeepsNothing() {
        var connection = Connection.from(new EmbeddedChannel());
        var answer = Mono.<Connection>create(sink -> {
            sink.error(new IOException("reset"));
            sink.success(connection);
        });
        StepVerifier.create(exchange.ofOne(answer)).verifyError(TransportException.class);
        assertThat(connection.isDisposed()).isTrue();
    }

    @Test
    void whateverElseIsDroppedGoesWhereItWent() {
        List<Object> dropped = new ArrayList<>();
        var answer = Mono.<String>create(sink -> {
            sink.success("first");
            sink.success("second");
        });
        StepVerifier.create(exchange.ofOne(answer)
                        .contextWrite(
                                context -> context.put("reactor.onNextDropped.local", (Consumer<Object>) dropped::add)))
                .expectNext("first")
                .verifyComplete();
        assertThat(dropped).containsExactly("second");
    }
}
