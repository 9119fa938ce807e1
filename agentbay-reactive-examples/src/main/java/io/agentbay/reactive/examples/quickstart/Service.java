package io.agentbay.reactive.examples.quickstart;

import io.agentbay.reactive.AgentBayClient;
import io.agentbay.reactive.local.AgentBayLocal;
import io.agentbay.reactive.local.LocalOptions;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** The service of a run, embedded or not, and the client of it. */
final class Service implements AutoCloseable {

    private static final Duration GRACE = Duration.ofSeconds(20);

    private final @Nullable AgentBayLocal local;
    private final AgentBayClient client;
    private final String address;

    private Service(@Nullable AgentBayLocal local, AgentBayClient client, String address) {
        this.local = local;
        this.client = client;
        this.address = address;
    }

    static Service open(Options options, MeterRegistry meters) throws Trouble {
        try {
            return options.embedded() ? embedded(options, meters) : remote(options, meters);
        } catch (RuntimeException e) {
            throw Trouble.of(e, address(options));
        }
    }

    private static Service embedded(Options options, MeterRegistry meters) {
        var local = AgentBayLocal.start(options.dataDirectory(), LocalOptions.defaults());
        var client = local.clientBuilder().meterRegistry(meters).build();
        return new Service(local, client, local.endpoint().toString());
    }

    private static Service remote(Options options, MeterRegistry meters) {
        var builder = AgentBayClient.builder().meterRegistry(meters);
        if (options.endpoint != null) {
            builder = builder.endpoint(options.endpoint);
        }
        return new Service(null, builder.build(), address(options));
    }

    private static String address(Options options) {
        if (options.embedded()) {
            return options.dataDirectory().toString();
        }
        var environment = System.getenv("AGENTBAY_ENDPOINT");
        return options.endpoint != null ? options.endpoint : environment == null ? "AgentBay" : environment;
    }

    AgentBayClient client() {
        return client;
    }

    String address() {
        return address;
    }

    /** Ends sessions that a failed run could not close; the source still has everything that was in them. */
    void abandonSessions() {
        for (var session : client.sessions().owned()) {
            if (session.id() != null) {
                client.sessions().deleteUnsaved(session.id()).onErrorComplete().block(GRACE);
            }
        }
    }

    @Override
    public void close() {
        client.shutdown(GRACE).onErrorComplete().block();
        if (local != null) {
            local.close();
        }
    }
}
