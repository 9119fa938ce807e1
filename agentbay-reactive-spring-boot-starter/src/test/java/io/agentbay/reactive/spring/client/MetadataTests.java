package io.agentbay.reactive.spring.client;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What an editor shows of the properties. */
class MetadataTests {

    @Test
    void everyPropertyIsDescribed() throws IOException {
        try (var stream = getClass().getResourceAsStream("/META-INF/spring-configuration-metadata.json")) {
            var properties = JsonMapper.shared().readTree(stream).get("properties");
            assertThat(properties)
                    .hasSizeGreaterThan(30)
                    .allSatisfy(
                            property -> assertThat(property.path("description").asString(""))
                                    .as(property.get("name").asString())
                                    .endsWith("."));
            assertThat(properties.valueStream().map(MetadataTests::name))
                    .contains(
                            "agentbay.enabled",
                            "agentbay.api-key",
                            "agentbay.timeouts.sync",
                            "agentbay.local.enabled",
                            "agentbay.health.interval",
                            "management.endpoint.agentbay.access");
        }
    }

    private static String name(JsonNode property) {
        return property.get("name").asString();
    }
}
