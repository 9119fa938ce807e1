package io.agentbay.reactive.spring.actuate;

import io.agentbay.reactive.AgentBayClient;
import io.agentbay.reactive.session.OwnedSession;
import java.util.List;
import org.springframework.boot.actuate.endpoint.annotation.Endpoint;
import org.springframework.boot.actuate.endpoint.annotation.ReadOperation;

/** What the client is doing right now, and which sessions it has to end; makes no call. */
@Endpoint(id = "agentbay")
public class AgentBayEndpoint {

    private static final int MOST = 1_000;

    private final AgentBayClient client;
    private final ActiveOperations operations;

    AgentBayEndpoint(AgentBayClient client, ActiveOperations operations) {
        this.client = client;
        this.operations = operations;
    }

    /** Returns what is under way, the oldest first. */
    @ReadOperation
    public Activity activity() {
        var owned = client.sessions().owned();
        return new Activity(
                operations.count(),
                operations.oldest(MOST),
                owned.size(),
                owned.stream().limit(MOST).toList());
    }

    /**
     * What is under way.
     *
     * @param activeOperations how many operations there are
     * @param operations the oldest of them, at most 1,000
     * @param ownedSessions how many sessions this client has to end
     * @param sessions the oldest of them, at most 1,000
     */
    public record Activity(
            int activeOperations, List<ActiveOperation> operations, int ownedSessions, List<OwnedSession> sessions) {}
}
