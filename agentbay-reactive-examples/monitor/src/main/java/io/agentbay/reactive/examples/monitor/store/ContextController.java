package io.agentbay.reactive.examples.monitor.store;

import io.agentbay.reactive.AgentBayClient;
import io.agentbay.reactive.common.ContextId;
import io.agentbay.reactive.context.AgentBayContext;
import io.agentbay.reactive.snapshot.Snapshot;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Contexts and their snapshots. */
@RestController
class ContextController {

    private static final int MOST = 500;
    private static final DateTimeFormatter NAMES =
            DateTimeFormatter.ofPattern("'monitor-'yyyyMMdd-HHmmss").withZone(ZoneOffset.UTC);

    private final AgentBayClient client;

    ContextController(AgentBayClient client) {
        this.client = client;
    }

    @GetMapping("/api/contexts")
    Flux<AgentBayContext> contexts() {
        return client.contexts().list().take(MOST);
    }

    @GetMapping("/api/contexts/{id}/snapshots")
    Flux<Snapshot> snapshots(@PathVariable String id) {
        return client.snapshots().list(ContextId.of(id)).take(MOST);
    }

    /** Takes a snapshot; the page watches it by its events, the answer comes when it is published. */
    @PostMapping("/api/contexts/{id}/snapshots")
    Mono<Snapshot> snapshot(@PathVariable String id) {
        return client.snapshots().create(ContextId.of(id), NAMES.format(Instant.now()));
    }
}
