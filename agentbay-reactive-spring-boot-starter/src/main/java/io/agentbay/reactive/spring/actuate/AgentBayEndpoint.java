package io.agentbay.reactive.spring.actuate;

import io.agentbay.reactive.AgentBayClient;
import io.agentbay.reactive.event.ActiveOperation;
import io.agentbay.reactive.session.OwnedSession;
import java.util.List;
import org.springframework.boot.actuate.endpoint.annotation.Endpoint;
import org.springframework.boot.actuate.endpoint.annotation.ReadOperation;

/** What the client is doing right now, and which sessions it has to end; makes no call. */
@Endpoint(id = "agentbay")
public class AgentBayEndpoint {

    private static final int MOST = 1_000;

    private final AgentBayClient client;

    AgentBayEndpoint(AgentBayClient client) {
        this.client = client;
    }

    /** Returns what is under way, the oldest first, so that what hangs is seen. */
    @ReadOperation
    public Picture picture() {
        var operations = client.activity().operations();
        var sessions = client.sessions().owned();
        return new Picture(operations.size(), first(operations), sessions.size(), first(sessions));
    }

    private static <T> List<T> first(List<T> all) {
        return all.subList(0, Math.min(MOST, all.size()));
    }

    /**
     * What is under way.
     *
     * @param activeOperations how many operations there are
     * @param operations the oldest of them, at most 1,000
     * @param ownedSessions how many sessions this client has to end
     * @param sessions the oldest of them, at most 1,000
     */
    public record Picture(
            int activeOperations, List<ActiveOperation> operations, int ownedSessions, List<OwnedSession> sessions) {}
}
