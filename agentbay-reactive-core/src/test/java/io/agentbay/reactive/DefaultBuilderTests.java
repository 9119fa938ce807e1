package io.agentbay.reactive;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import io.agentbay.reactive.config.ClientOptions;
import io.agentbay.reactive.config.Trust;
import io.agentbay.reactive.error.ClosedException;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;
import reactor.test.StepVerifier;

class DefaultBuilderTests {

    private static final Trust TRUST = ClientOptions.defaults().trust();

    private static AgentBayClient.Builder builder(Map<String, String> environment) {
        return new DefaultBuilder(environment::get);
    }

    @Test
    void aMissingKeyNamesTheVariable() {
        assertThatIllegalStateException()
                .isThrownBy(() -> builder(Map.of()).build())
                .withMessageContaining("AGENTBAY_API_KEY");
    }

    @Test
    void theKeyMayComeFromTheEnvironment() {
        assertThatCode(() ->
                        builder(Map.of("AGENTBAY_API_KEY", "akm-1")).build().close())
                .doesNotThrowAnyException();
    }

    @Test
    void aTimeoutThatIsNoNumberNamesTheVariable() {
        var environment = Map.of("AGENTBAY_API_KEY", "akm-1", "AGENTBAY_TIMEOUT_MS", "soon");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> builder(environment).build())
                .withMessageContaining("AGENTBAY_TIMEOUT_MS");
    }

    @Test
    void theBuilderWinsOverTheEnvironment() {
        var environment = Map.of("AGENTBAY_API_KEY", "akm-1", "AGENTBAY_ENDPOINT", "not a host");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> builder(environment).build());
        builder(environment).endpoint("localhost:1").build().close();
    }

    @ParameterizedTest
    @CsvSource({
        "agentbay.example, https://agentbay.example",
        "localhost:18443, https://localhost:18443",
        "https://agentbay.example/, https://agentbay.example",
        "http://127.0.0.1:8080, http://127.0.0.1:8080",
        "http://[::1]:8080, http://[::1]:8080",
        "HTTP://localhost, HTTP://localhost",
    })
    void endpoints(String given, String meant) {
        assertThat(Endpoint.parse(given, TRUST)).hasToString(meant);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "not a host", "ftp://host", "https://host?x=1", "https://user@host", "://"})
    void noEndpoints(String given) {
        assertThatIllegalArgumentException().isThrownBy(() -> Endpoint.parse(given, TRUST));
    }

    @Test
    void plainHttpBeyondThisMachineIsRefusedUnlessAllowedByName() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Endpoint.parse("http://agentbay.example", TRUST))
                .withMessageContaining("plainHttpTo(\"agentbay.example\")");
        assertThat(Endpoint.parse("http://agentbay.example", TRUST.plainHttpTo("agentbay.example")))
                .hasScheme("http");
    }

    @Test
    void closingRefusesToWaitOnAnEventLoop() {
        var client = builder(Map.of()).apiKey("akm-1").endpoint("localhost:1").build();
        var close = Mono.fromRunnable(client::close).subscribeOn(Schedulers.parallel());
        StepVerifier.create(close)
                .expectErrorSatisfies(error -> assertThat(error)
                        .isInstanceOf(IllegalStateException.class)
                        .hasMessageContaining("shutdown"))
                .verify(Duration.ofMinutes(1));
        client.close();
    }

    @Test
    void aClientThatWasShutDownSendsNothing() {
        var client = builder(Map.of()).apiKey("akm-1").endpoint("localhost:1").build();
        client.close();
        client.close();
        StepVerifier.create(client.contexts().get("x"))
                .expectError(ClosedException.class)
                .verify(Duration.ofMinutes(1));
        StepVerifier.create(client.events()).expectComplete().verify(Duration.ofMinutes(1));
    }
}
