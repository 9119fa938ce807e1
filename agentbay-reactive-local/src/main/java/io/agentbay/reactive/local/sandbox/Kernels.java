package io.agentbay.reactive.local.sandbox;

import io.agentbay.reactive.local.core.Command;
import io.agentbay.reactive.local.core.CommandEnd;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Predicate;

/** The interpreters that stay: one for each language of each session, as many as the limits let stay idle. */
final class Kernels {

    private final SandboxGround ground;
    private final AtomicLong number = new AtomicLong();
    private final Map<Key, Kernel> kernels = new HashMap<>();

    Kernels(SandboxGround ground) {
        this.ground = ground;
    }

    /** Hands a job to the interpreter of its session. */
    void run(Job job) {
        Kill killed = job.killed();
        if (killed != null) {
            job.end().complete(new CommandEnd(killed.exitCode(), "", killed.reason(), List.of(), Duration.ZERO));
            return;
        }
        Key key = new Key(job.command().sessionId(), job.command().language());
        synchronized (this) {
            Kernel kernel = kernels.get(key);
            if (kernel != null && kernel.submit(job)) {
                return;
            }
            makeRoom();
            Kernel fresh = new Kernel(ground, (over, left) -> over(key, over, left));
            kernels.put(key, fresh);
            fresh.submit(job);
            fresh.start(job.command(), "k" + number.incrementAndGet());
        }
    }

    private void over(Key key, Kernel kernel, List<Job> left) {
        synchronized (this) {
            kernels.remove(key, kernel);
        }
        left.forEach(this::run);
    }

    /** Ends the one that was idle the longest if there are too many; what it knew is gone. */
    private void makeRoom() {
        if (kernels.size() >= ground.limits().kernels()) {
            kernels.values().stream()
                    .filter(kernel -> kernel.idleSince() != null)
                    .min((one, other) -> Long.compare(since(one), since(other)))
                    .ifPresent(kernel -> ground.threads().pool().execute(() -> kernel.end(Kill.ROOM_NEEDED)));
        }
    }

    private static long since(Kernel kernel) {
        Long since = kernel.idleSince();
        return since == null ? Long.MAX_VALUE : since;
    }

    CompletableFuture<Void> end(String sessionId) {
        return endWhere(key -> key.sessionId().equals(sessionId));
    }

    CompletableFuture<Void> endAll() {
        return endWhere(key -> true);
    }

    private CompletableFuture<Void> endWhere(Predicate<Key> which) {
        List<Kernel> ending;
        synchronized (this) {
            ending = kernels.entrySet().stream()
                    .filter(entry -> which.test(entry.getKey()))
                    .map(Map.Entry::getValue)
                    .toList();
        }
        return CompletableFuture.allOf(ending.stream()
                .map(kernel -> kernel.end(Kill.SESSION_ENDED).toCompletableFuture())
                .toArray(CompletableFuture<?>[]::new));
    }

    private record Key(String sessionId, Command.Language language) {}
}
