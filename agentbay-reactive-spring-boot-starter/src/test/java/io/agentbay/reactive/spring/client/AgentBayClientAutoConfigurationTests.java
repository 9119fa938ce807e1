package io.agentbay.reactive.spring.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.agentbay.reactive.AgentBayClient;
import io.agentbay.reactive.config.ClientOptions;
import io.agentbay.reactive.pipeline.ApiCall;
import io.agentbay.reactive.pipeline.CallFilter;
import io.agentbay.reactive.spring.Contexts;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.micrometer.observation.Observation;
import io.micrometer.observation.ObservationHandler;
import io.micrometer.observation.ObservationRegistry;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.context.FilteredClassLoader;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import reactor.core.publisher.Mono;
import reactor.test.StepVerifier;

class AgentBayClientAutoConfigurationTests {

    @Test
    void aKeyIsEnoughForAClient() {
        Contexts.keyed()
                .run(context -> assertThat(context)
                        .hasSingleBean(AgentBayClient.class)
                        .hasSingleBean(AgentBayConnectionDetails.class));
    }

    @Test
    void withoutAKeyTheApplicationSaysWhatToDo() {
        assumeTrue(System.getenv("AGENTBAY_API_KEY") == null, "there is a key in this environment");
        Contexts.bare().run(context -> {
            assertThat(context).hasFailed();
            var analysis = new NoApiKeyFailureAnalyzer().analyze(context.getStartupFailure());
            assertThat(analysis).isNotNull();
            assertThat(analysis.getDescription()).contains("agentbay.api-key").contains("AGENTBAY_API_KEY");
            assertThat(analysis.getAction())
                    .contains("agentbay.local.enabled=true")
                    .contains("agentbay.enabled=false");
        });
    }

    @Test
    void theAnalyzerIsRegistered() {
        var found = org.springframework.core.io.support.SpringFactoriesLoader.forDefaultResourceLocation()
                .load(org.springframework.boot.diagnostics.FailureAnalyzer.class, (type, name, error) -> {});
        assertThat(found).hasAtLeastOneElementOfType(NoApiKeyFailureAnalyzer.class);
    }

    @Test
    void noClientIsMadeWhereNoneIsWanted() {
        Contexts.bare()
                .withPropertyValues("agentbay.enabled=false")
                .run(context -> assertThat(context).hasNotFailed().doesNotHaveBean(AgentBayClient.class));
    }

    @Test
    void aClientOfTheApplicationsOwnTakesItsPlace() {
        Contexts.bare()
                .withBean(
                        "own",
                        AgentBayClient.class,
                        () -> AgentBayClient.builder().apiKey("akm-own").build())
                .run(context -> assertThat(context)
                        .hasNotFailed()
                        .getBeanNames(AgentBayClient.class)
                        .containsExactly("own"));
    }

    @Test
    void propertiesReachTheOptions() {
        Contexts.keyed()
                .withPropertyValues(
                        "agentbay.timeouts.attempt=7s",
                        "agentbay.timeouts.close=8m",
                        "agentbay.resilience.calls-per-second=9",
                        "agentbay.resilience.first-pause=10ms",
                        "agentbay.connections.max-transfers=11",
                        "agentbay.plain-http-hosts=one.example,two.example",
                        "agentbay.shutdown-grace=12s",
                        "agentbay.max-text=1MB")
                .run(context -> {
                    var options = context.getBean(ClientOptions.class);
                    assertThat(options.timeouts().attempt()).isEqualTo(Duration.ofSeconds(7));
                    assertThat(options.timeouts().close()).isEqualTo(Duration.ofMinutes(8));
                    assertThat(options.resilience().callsPerSecond()).isEqualTo(9);
                    assertThat(options.resilience().firstPause()).isEqualTo(Duration.ofMillis(10));
                    assertThat(options.connections().maxTransfers()).isEqualTo(11);
                    assertThat(options.trust().plainHttpHosts())
                            .containsExactlyInAnyOrder("one.example", "two.example");
                    assertThat(options.shutdownGrace()).isEqualTo(Duration.ofSeconds(12));
                    assertThat(options.maxTextBytes()).isEqualTo(1024 * 1024);
                });
    }

    @Test
    void theDefaultsOfThePropertiesAreTheClients() {
        Contexts.keyed()
                .run(context -> assertThat(context.getBean(ClientOptions.class))
                        .usingRecursiveComparison()
                        .isEqualTo(ClientOptions.defaults()));
    }

    @Test
    void aValueThatMakesNoSenseIsRefusedByName() {
        Contexts.keyed()
                .withPropertyValues("agentbay.resilience.max-attempts=0")
                .run(context -> assertThat(context).getFailure().rootCause().hasMessageContaining("maxAttempts"));
    }

    @Test
    void customizersOfOptionsAndOfTheBuilderAreCalledInTheirOrder() {
        Contexts.keyed().withUserConfiguration(Customizers.class).run(context -> {
            assertThat(context.getBean(ClientOptions.class).timeouts().attempt())
                    .isEqualTo(Duration.ofSeconds(6));
            assertThat(context.getBean(Customizers.class).calls).containsExactly("first", "second");
        });
    }

    @Test
    void filtersMetersAndObservationsAreWired() {
        Contexts.embedded().withUserConfiguration(Watchers.class).run(context -> {
            var watchers = context.getBean(Watchers.class);
            StepVerifier.create(context.getBean(AgentBayClient.class).contexts().getOrCreate("watched"))
                    .expectNextCount(1)
                    .verifyComplete();
            assertThat(watchers.calls).containsExactly("outer GetContext", "inner GetContext");
            assertThat(context.getBean(MeterRegistry.class).getMeters())
                    .anyMatch(meter -> meter.getId().getName().startsWith("agentbay."));
            assertThat(watchers.observed).isNotEmpty();
        });
    }

    @Test
    void theKeyIsShownNowhere() {
        Contexts.keyed()
                .run(context -> assertThat(context.getBean(AgentBayProperties.class))
                        .asString()
                        .contains("hidden")
                        .doesNotContain(Contexts.KEY));
    }

    @Test
    void theStarterNeedsNeitherActuatorNorTheEmbeddedService() {
        Contexts.keyed()
                .withClassLoader(new FilteredClassLoader(
                        "org.springframework.boot.actuate",
                        "org.springframework.boot.health",
                        "io.agentbay.reactive.local"))
                .withPropertyValues("agentbay.local.enabled=true")
                .run(context -> assertThat(context).hasNotFailed().hasSingleBean(AgentBayClient.class));
    }

    @Configuration(proxyBeanMethods = false)
    static class Customizers {

        private final List<String> calls = new CopyOnWriteArrayList<>();

        @Bean
        ClientOptionsCustomizer shorterAttempts() {
            return options -> options.timeouts(timeouts -> timeouts.attempt(Duration.ofSeconds(6)));
        }

        @Bean
        @Order(2)
        AgentBayClientCustomizer second() {
            return note("second");
        }

        @Bean
        @Order(1)
        AgentBayClientCustomizer first() {
            return note("first");
        }

        private AgentBayClientCustomizer note(String name) {
            return builder -> {
                calls.add(name);
                return builder;
            };
        }
    }

    @Configuration(proxyBeanMethods = false)
    static class Watchers {

        private final List<String> calls = new CopyOnWriteArrayList<>();
        private final List<String> observed = new CopyOnWriteArrayList<>();

        @Bean
        MeterRegistry meters() {
            return new SimpleMeterRegistry();
        }

        @Bean
        ObservationRegistry observations() {
            var registry = ObservationRegistry.create();
            registry.observationConfig().observationHandler(new Observed(observed));
            return registry;
        }

        @Bean
        @Order(2)
        CallFilter inner() {
            return new Noting("inner", calls);
        }

        @Bean
        @Order(1)
        CallFilter outer() {
            return new Noting("outer", calls);
        }
    }

    private record Observed(List<String> names) implements ObservationHandler<Observation.Context> {

        @Override
        public void onStart(Observation.Context context) {
            names.add(String.valueOf(context.getName()));
        }

        @Override
        public boolean supportsContext(Observation.Context context) {
            return true;
        }
    }

    private record Noting(String name, List<String> calls) implements CallFilter {

        @Override
        public Stage stage() {
            return Stage.PER_CALL;
        }

        @Override
        public <T> Mono<T> filter(ApiCall<T> call, Next next) {
            calls.add(name + " " + call.action());
            return next.proceed(call);
        }
    }
}
