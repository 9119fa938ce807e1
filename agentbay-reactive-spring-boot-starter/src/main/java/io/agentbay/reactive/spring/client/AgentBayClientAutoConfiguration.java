package io.agentbay.reactive.spring.client;

import io.agentbay.reactive.AgentBayClient;
import io.agentbay.reactive.config.ClientOptions;
import io.agentbay.reactive.pipeline.CallFilter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.observation.ObservationRegistry;
import java.util.function.BiFunction;
import java.util.stream.Stream;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.autoconfigure.ssl.SslAutoConfiguration;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.ssl.SslBundles;
import org.springframework.context.annotation.Bean;

/**
 * One {@link AgentBayClient} for the application, unless it has its own or says {@code agentbay.enabled=false}.
 *
 * <p>Its meters and observations go to the application's registries, its filters are the {@link CallFilter} beans in
 * their order. The application's end saves and closes what the client owns.
 */
@AutoConfiguration(
        after = SslAutoConfiguration.class,
        afterName = {
            "org.springframework.boot.micrometer.metrics.autoconfigure.CompositeMeterRegistryAutoConfiguration",
            "org.springframework.boot.micrometer.observation.autoconfigure.ObservationAutoConfiguration"
        })
@ConditionalOnProperty(name = "agentbay.enabled", matchIfMissing = true)
@EnableConfigurationProperties(AgentBayProperties.class)
public class AgentBayClientAutoConfiguration {

    @Bean
    @ConditionalOnMissingBean(AgentBayConnectionDetails.class)
    AgentBayConnectionDetails agentBayConnectionDetails(
            AgentBayProperties properties, ObjectProvider<SslBundles> bundles) {
        return new PropertiesConnectionDetails(properties, bundles.getIfAvailable());
    }

    @Bean
    @ConditionalOnMissingBean
    ClientOptions agentBayClientOptions(
            AgentBayProperties properties, ObjectProvider<ClientOptionsCustomizer> customizers) {
        return customizers
                .orderedStream()
                .reduce(
                        new ConfiguredOptions(properties).options(),
                        (options, customizer) -> customizer.customize(options),
                        (first, second) -> second);
    }

    /** Closed as a bean too, for an application that fails while it starts; after its lifecycle that finds nothing to do. */
    @Bean(destroyMethod = "close")
    @ConditionalOnMissingBean
    AgentBayClient agentBayClient(
            AgentBayConnectionDetails details,
            ClientOptions options,
            ObjectProvider<CallFilter> filters,
            ObjectProvider<MeterRegistry> meters,
            ObjectProvider<ObservationRegistry> observations,
            ObjectProvider<AgentBayClientCustomizer> customizers) {
        var builder = new ClientSetup(details).builder().options(options);
        builder = with(builder, filters.orderedStream(), AgentBayClient.Builder::filter);
        builder = with(builder, Stream.ofNullable(meters.getIfAvailable()), AgentBayClient.Builder::meterRegistry);
        builder = with(
                builder, Stream.ofNullable(observations.getIfAvailable()), AgentBayClient.Builder::observationRegistry);
        return with(builder, customizers.orderedStream(), (some, customizer) -> customizer.customize(some))
                .build();
    }

    private static <T> AgentBayClient.Builder with(
            AgentBayClient.Builder builder,
            Stream<T> values,
            BiFunction<AgentBayClient.Builder, T, AgentBayClient.Builder> change) {
        return values.reduce(builder, change, (first, second) -> second);
    }
}
