package io.agentbay.reactive.local;

import io.agentbay.reactive.local.http.Front;
import io.agentbay.reactive.local.http.ServiceThreads;
import java.nio.file.Path;
import java.util.Objects;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;

/** Opens the data, then the door; whatever fails closes what was opened. */
final class LocalStart {

    private LocalStart() {}

    static Mono<AgentBayLocal> of(Path data, LocalOptions options) {
        Objects.requireNonNull(data, "data");
        Objects.requireNonNull(options, "options");
        return Mono.defer(() -> {
            ServiceThreads threads = new ServiceThreads();
            return Mono.fromCallable(() -> LocalParts.open(data, options, threads))
                    .subscribeOn(Schedulers.fromExecutor(threads.workers()))
                    .flatMap(parts -> listen(parts, threads))
                    .onErrorResume(e -> threads.close().then(Mono.error(e)));
        });
    }

    private static Mono<AgentBayLocal> listen(LocalParts parts, ServiceThreads threads) {
        return Front.start(parts.address(), parts.front())
                .<AgentBayLocal>map(front -> new DefaultAgentBayLocal(parts, front, threads))
                .onErrorResume(e -> Mono.<Void>fromRunnable(parts.core()::close)
                        .subscribeOn(Schedulers.fromExecutor(threads.workers()))
                        .then(Mono.error(e)));
    }
}
