package io.agentbay.reactive.internal.session;

import io.agentbay.reactive.common.Failure;
import io.agentbay.reactive.session.OwnedSession;
import io.agentbay.reactive.session.SessionRequest;
import java.time.Instant;
import java.util.List;

/**
 * A create that was never answered and whose session was not found.
 *
 * @param aliveUntil when the service ends the session, should it exist
 */
record UnconfirmedCreate(SessionRequest request, String label, Instant createdAt, Instant aliveUntil, Failure failure) {

    OwnedSession describe() {
        return new OwnedSession(null, label, createdAt, aliveUntil, List.of(), failure);
    }
}
