package io.agentbay.reactive.spring.lifecycle;

import io.agentbay.reactive.AgentBayClient;
import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;

/**
 * Ends the client with the application: saves and closes the sessions it owns while nothing else waits for a thread.
 *
 * <p>Ends after the web server took its last answer back, since answers may still work in sessions, and before any bean
 * is destroyed.
 */
final class ClientLifecycle implements SmartLifecycle {

    /** Below the web server's, whose graceful end is at -1024 and whose end is at -2048 from the default. */
    private static final int PHASE = SmartLifecycle.DEFAULT_PHASE - 4096;

    private static final Logger LOG = LoggerFactory.getLogger(ClientLifecycle.class);

    private final AgentBayClient client;
    private final Duration grace;
    private volatile boolean running;

    ClientLifecycle(AgentBayClient client, Duration grace) {
        this.client = client;
        this.grace = grace;
    }

    Duration grace() {
        return grace;
    }

    @Override
    public void start() {
        running = true;
    }

    @Override
    public void stop() {
        stop(() -> {});
    }

    /** Goes on by itself; the callback tells Spring, which waits for it as long as its phase may take. */
    @Override
    public void stop(Runnable callback) {
        client.shutdown(grace).doFinally(signal -> ended(callback)).subscribe(ignored -> {}, this::unsaved);
    }

    private void ended(Runnable callback) {
        running = false;
        callback.run();
    }

    private void unsaved(Throwable error) {
        LOG.error(
                "Not everything could be saved when the application ended; sessions().owned() before the end, and the"
                        + " service's idle timeout after it, say which sessions are concerned: {}",
                error.getMessage(),
                error);
    }

    @Override
    public boolean isRunning() {
        return running;
    }

    @Override
    public int getPhase() {
        return PHASE;
    }
}
