package io.agentbay.reactive.spring.client;

import io.agentbay.reactive.AgentBayClient;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;
import org.springframework.util.StringUtils;

/** The builder of a client that knows where the service is. */
final class ClientSetup {

    private static final String KEY_VARIABLE = "AGENTBAY_API_KEY";

    private final AgentBayConnectionDetails details;

    ClientSetup(AgentBayConnectionDetails details) {
        this.details = details;
    }

    AgentBayClient.Builder builder() {
        var builder = AgentBayClient.builder().apiKey(apiKey());
        builder = with(builder, details.endpoint(), AgentBayClient.Builder::endpoint);
        builder = with(builder, details.region(), AgentBayClient.Builder::region);
        return with(builder, details.sslBundle(), (some, bundle) -> some.httpClient(ClientTrust.of(bundle)));
    }

    private static <T> AgentBayClient.Builder with(
            AgentBayClient.Builder builder,
            @Nullable T value,
            BiFunction<AgentBayClient.Builder, T, AgentBayClient.Builder> change) {
        return value == null ? builder : change.apply(builder, value);
    }

    private String apiKey() {
        var key = firstText(details.apiKey(), System.getenv(KEY_VARIABLE));
        if (key == null) {
            throw new NoApiKeyException();
        }
        return key;
    }

    private static @Nullable String firstText(@Nullable String first, @Nullable String second) {
        if (StringUtils.hasText(first)) {
            return first;
        }
        return StringUtils.hasText(second) ? second : null;
    }
}
