package io.agentbay.reactive.examples.monitor.work;

import io.agentbay.reactive.AgentBayClient;
import java.time.Clock;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.stereotype.Component;
import reactor.core.Disposable;
import reactor.core.Disposables;

/**
 * Begins work and stops it. Work goes on after the request that began it; stopping cancels it, after which each session is
 * saved and closed by the client.
 */
@Component
class WorkDesk implements DisposableBean {

    private static final int REMEMBERED = 100;

    private final AgentBayClient client;
    private final Clock clock = Clock.systemUTC();
    private final AtomicLong ids = new AtomicLong();
    private final Map<Long, Work> works = new ConcurrentHashMap<>();
    private final Map<Long, Disposable> running = new ConcurrentHashMap<>();

    WorkDesk(AgentBayClient client) {
        this.client = client;
    }

    Work begin(WorkRequest request) {
        var work = new Work(ids.incrementAndGet(), request, clock.instant(), "running", null);
        works.put(work.id(), work);
        forgetOldest();
        var handle = Disposables.swap();
        running.put(work.id(), handle);
        handle.update(new SessionWork(client, request)
                .all()
                .subscribe(
                        ignored -> {},
                        error -> end(work.id(), "failed", error.getMessage()),
                        () -> end(work.id(), "done", null)));
        return work;
    }

    /** False if there is no such work, or it has ended. */
    boolean stop(long id) {
        var handle = running.remove(id);
        if (handle == null) {
            return false;
        }
        handle.dispose();
        end(id, "stopped", null);
        return true;
    }

    /** The newest first. */
    List<Work> all() {
        return works.values().stream()
                .sorted(Comparator.comparingLong(Work::id).reversed())
                .toList();
    }

    private void end(long id, String outcome, @Nullable String reason) {
        running.remove(id);
        works.computeIfPresent(id, (key, work) -> work.isRunning() ? work.ended(outcome, reason) : work);
    }

    private void forgetOldest() {
        all().stream().skip(REMEMBERED).filter(work -> !work.isRunning()).forEach(work -> works.remove(work.id()));
    }

    @Override
    public void destroy() {
        running.values().forEach(Disposable::dispose);
    }
}
