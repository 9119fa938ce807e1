package io.agentbay.reactive.spring.actuate;

import io.agentbay.reactive.AgentBayClient;
import io.agentbay.reactive.event.OperationEvent;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.beans.factory.DisposableBean;
import reactor.core.Disposable;

/** The operations that began and have not ended, from the client's events. */
final class ActiveOperations implements DisposableBean {

    private final Map<String, ActiveOperation> active = new ConcurrentHashMap<>();
    private final Disposable watching;

    /** Watches from the making of this bean to its end; who begins earlier is not seen. */
    ActiveOperations(AgentBayClient client) {
        this.watching = client.events()
                .doOnNext(this::note)
                .doOnError(missed -> active.clear())
                .retry()
                .subscribe();
    }

    private void note(OperationEvent event) {
        if (event instanceof OperationEvent.Started) {
            active.put(event.operation().id(), ActiveOperation.begun(event));
        } else if (isEnd(event)) {
            active.remove(event.operation().id());
        } else {
            active.computeIfPresent(event.operation().id(), (id, known) -> known.after(event));
        }
    }

    private static boolean isEnd(OperationEvent event) {
        return event instanceof OperationEvent.Completed
                || event instanceof OperationEvent.Failed
                || event instanceof OperationEvent.Cancelled;
    }

    int count() {
        return active.size();
    }

    /** The oldest ones, so that what hangs is seen. */
    List<ActiveOperation> oldest(int most) {
        return active.values().stream()
                .sorted(Comparator.comparing(ActiveOperation::since))
                .limit(most)
                .toList();
    }

    @Override
    public void destroy() {
        watching.dispose();
    }
}
