package io.agentbay.reactive.local;

import io.agentbay.reactive.AgentBayClient;
import io.agentbay.reactive.local.control.RequestJournal;
import io.agentbay.reactive.local.fault.Faults;
import io.agentbay.reactive.local.http.Front;
import io.agentbay.reactive.local.http.ServiceThreads;
import java.net.URI;
import java.util.List;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;

/** A running service. */
final class DefaultAgentBayLocal implements AgentBayLocal {

    private final LocalParts parts;
    private final Front front;
    private final LocalClients clients;
    private final Mono<Void> stop;

    DefaultAgentBayLocal(LocalParts parts, Front front, ServiceThreads threads) {
        this.parts = parts;
        this.front = front;
        this.clients = new LocalClients(front.endpoint(), parts.apiKeys().get(0), parts.trust());
        Mono<Void> service = front.close()
                .then(parts.commands().closeLater())
                .then(threads.close())
                .then(Mono.<Void>fromRunnable(parts.core()::close).subscribeOn(Schedulers.boundedElastic()));
        this.stop = clients.shutdown()
                .onErrorResume(unsaved -> service.then(Mono.error(unsaved)))
                .then(service)
                .cache();
    }

    @Override
    public AgentBayClient client() {
        return clients.shared();
    }

    @Override
    public AgentBayClient.Builder clientBuilder() {
        return clients.builder();
    }

    @Override
    public URI endpoint() {
        return front.endpoint();
    }

    @Override
    public String apiKey() {
        return parts.apiKeys().get(0);
    }

    @Override
    public Faults faults() {
        return parts.faults().faults();
    }

    @Override
    public LocalClock clock() {
        return parts.clock();
    }

    @Override
    public List<Request> requests() {
        return parts.front().journal().entries().stream()
                .map(DefaultAgentBayLocal::request)
                .toList();
    }

    private static Request request(RequestJournal.Entry entry) {
        RequestJournal.Did did = entry.did();
        return new Request(
                entry.at(), entry.action(), entry.fields(), did.status(), did.code(), did.took(), did.fault());
    }

    @Override
    public void reset() {
        parts.faults().reset();
        parts.front().journal().clear();
    }

    @Override
    public Mono<Void> closeLater() {
        return stop;
    }

    @Override
    public void close() {
        Waiting.forEnd("AgentBayLocal.close", "closeLater", closeLater());
    }

    @Override
    public String toString() {
        return "AgentBayLocal[" + endpoint() + "]";
    }
}
