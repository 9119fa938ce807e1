package io.agentbay.reactive.internal.session;

import static org.assertj.core.api.Assertions.assertThat;

import io.agentbay.reactive.error.UnexpectedResponseException;
import io.agentbay.reactive.internal.tool.ToolGateway;
import io.agentbay.reactive.pipeline.ApiCall.Idempotency;
import io.agentbay.reactive.session.SessionControl.Metrics;
import io.agentbay.reactive.stub.VirtualRuntime;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import reactor.core.publisher.Mono;
import reactor.test.StepVerifier;

class MetricsReaderTests implements ToolGateway {

    private String text = "";
    private final MetricsReader reader = new MetricsReader(this, new VirtualRuntime().clock());

    @Override
    public String sessionId() {
        return "s";
    }

    @Override
    public Mono<String> call(Call call) {
        assertThat(call.tool()).isEqualTo("get_metrics");
        assertThat(call.idempotency()).isEqualTo(Idempotency.READ);
        assertThat(call.touches()).isEqualTo(Touches.nothing());
        return Mono.just(text);
    }

    @Override
    public <T> Mono<T> guard(Touches touches, Mono<T> work) {
        return work;
    }

    @Test
    void figuresAreReadAsTheServiceWritesThem() {
        text = "{\"cpu_count\":4,\"cpu_used_pct\":12.5,\"mem_total\":17179869184,\"mem_used\":1.0E9,"
                + "\"disk_total\":\"1000\",\"disk_used\":10,\"rx_rate_kbyte_per_s\":0.1,\"timestamp\":1795355524}";

        StepVerifier.create(reader.read())
                .expectNext(new Metrics(
                        4, 12.5, 1_000_000_000L, 17_179_869_184L, 10L, 1_000L, Instant.ofEpochSecond(1_795_355_524)))
                .verifyComplete();
    }

    @Test
    void aFigureTheServiceDoesNotTellIsUnknownNotZero() {
        text = "{\"cpu_count\":2,\"timestamp\":1795355524}";

        StepVerifier.create(reader.read())
                .expectNext(new Metrics(2, null, null, null, null, null, Instant.ofEpochSecond(1_795_355_524)))
                .verifyComplete();
    }

    @Test
    void withoutATimeItIsNow() {
        text = "{\"cpu_count\":2}";

        StepVerifier.create(reader.read().map(Metrics::at))
                .expectNext(VirtualRuntime.START)
                .verifyComplete();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "fine", "{}", "[]", "{\"cpu_count\":\"many\"}"})
    void anythingElseIsNoMetrics(String answer) {
        text = answer;

        StepVerifier.create(reader.read()).verifyError(UnexpectedResponseException.class);
    }
}
