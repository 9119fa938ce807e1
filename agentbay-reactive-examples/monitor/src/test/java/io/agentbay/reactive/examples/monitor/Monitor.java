package io.agentbay.reactive.examples.monitor;

import io.agentbay.reactive.AgentBayClient;
import io.agentbay.reactive.local.AgentBayLocal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.springframework.boot.SpringApplication;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.ParameterizedTypeReference;
import org.springframework.web.reactive.function.client.WebClient;

/** A running monitor of a test, on a port of its own unless it takes the place of another one. */
final class Monitor implements AutoCloseable {

    private final ConfigurableApplicationContext application;

    private Monitor(ConfigurableApplicationContext application) {
        this.application = application;
    }

    static Monitor start(String... properties) {
        return on(0, properties);
    }

    static Monitor on(int port, String... properties) {
        List<String> arguments = new ArrayList<>(List.of(properties));
        arguments.add("--server.port=" + port);
        return new Monitor(SpringApplication.run(MonitorApplication.class, arguments.toArray(String[]::new)));
    }

    int port() {
        return application.getEnvironment().getRequiredProperty("local.server.port", Integer.class);
    }

    String address() {
        return "http://127.0.0.1:" + port();
    }

    WebClient web() {
        return WebClient.create(address());
    }

    AgentBayClient client() {
        return application.getBean(AgentBayClient.class);
    }

    AgentBayLocal service() {
        return application.getBean(AgentBayLocal.class);
    }

    /** Begins work, all sessions at once, and returns its id. */
    long begin(String context, int sessions, int rounds) {
        var work = Map.of(
                "context",
                context,
                "sessions",
                sessions,
                "atOnce",
                sessions,
                "rounds",
                rounds,
                "files",
                3,
                "kilobytes",
                4);
        var begun = web().post()
                .uri("/api/work")
                .bodyValue(work)
                .retrieve()
                .bodyToMono(new ParameterizedTypeReference<Map<String, Object>>() {})
                .block();
        return ((Number) Objects.requireNonNull(begun).get("id")).longValue();
    }

    @Override
    public void close() {
        application.close();
    }
}
