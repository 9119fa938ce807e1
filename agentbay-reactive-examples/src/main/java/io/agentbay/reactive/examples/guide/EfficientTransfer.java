package io.agentbay.reactive.examples.guide;

import io.agentbay.reactive.AgentBayClient;
import io.agentbay.reactive.common.Selector;
import io.agentbay.reactive.context.AgentBayContext;
import io.agentbay.reactive.error.InvalidRequestException;
import io.agentbay.reactive.file.Difference;
import io.agentbay.reactive.file.TransferReport;
import io.agentbay.reactive.session.SessionRequest;
import io.agentbay.reactive.sync.Mount;
import io.agentbay.reactive.sync.SyncPolicy;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.List;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Efficient data transfer: only what is wanted. */
final class EfficientTransfer implements Section {

    private final AgentBayClient client;
    private final PrintStream out;

    EfficientTransfer(AgentBayClient client, PrintStream out) {
        this.client = client;
        this.out = out;
    }

    // tag::selector[]
    static final Selector DATA = Selector.matching("*.json", "*.txt").except("*.tmp", "*.log");
    // end::selector[]

    @Override
    public Mono<Void> run() {
        explain();
        return client.contexts()
                .getOrCreate("selective-project")
                .flatMap(context -> selective(context)
                        .onErrorResume(InvalidRequestException.class, this::refused)
                        .then(SampleDirectory.with(directory -> copy(context, directory.resolve("sample")))));
    }

    /** By a service that takes exact paths only; the copy that follows works there too. */
    private Mono<Void> refused(InvalidRequestException error) {
        return Mono.fromRunnable(() -> out.println("Refused before any call: " + error.getMessage()));
    }

    private Mono<Void> copy(AgentBayContext context, Path sample) {
        return plan(context, sample)
                .doOnNext(difference -> out.println(difference.kind() + ": " + difference.path()))
                .then(transfer(context, sample))
                .doOnNext(
                        report -> out.println("Copied: " + report.filesMoved() + ", " + report.bytesMoved() + " bytes"))
                .then();
    }

    // tag::selective[]
    Mono<Void> selective(AgentBayContext context) {
        var mount = Mount.of(context, "/mnt/data", SyncPolicy.onDemand().only(DATA));
        return client.sessions()
                .use(
                        SessionRequest.mounting(mount),
                        session -> session.files()
                                .write(mount.resolve("kept.json"), "{}")
                                .then(session.files().write(mount.resolve("left.log"), "not synced")));
    }
    // end::selective[]

    // tag::explain[]
    void explain() {
        SyncPolicy.onDemand()
                .only(DATA)
                .explain(List.of("a.json", "logs/a.log", "a.tmp", "image.png"))
                .forEach(
                        file -> out.println(file.path() + (file.synced() ? " is synced: " : " stays: ") + file.rule()));
    }
    // end::explain[]

    // tag::without-session[]
    Flux<Difference> plan(AgentBayContext context, Path directory) { // what would change; moves nothing
        return client.contexts().files(context).compare(directory, "/mnt/data", DATA);
    }

    Mono<TransferReport> transfer(AgentBayContext context, Path directory) { // the same selector, on any service
        return client.contexts().files(context).copyFrom(directory, "/mnt/data", DATA);
    }
    // end::without-session[]
}
