package io.agentbay.reactive.internal.session;

import io.agentbay.reactive.session.SessionRequest;
import io.agentbay.reactive.session.SessionRequest.Ending;
import java.time.Duration;
import java.time.Instant;

/**
 * Where a session comes from.
 *
 * @param createdHere whether this client asked for it, so that its history is known from the start
 * @param label the value of its own label; empty when it is not ours
 * @param createdAt when it was asked for, or first seen
 * @param image the image of its tools
 * @param idleTimeout after which the service ends it
 * @param keepFor how long it is kept when it could not be saved
 * @param discards whether it may be ended without saving, which every mount must allow
 */
record Origin(
        boolean createdHere,
        String label,
        Instant createdAt,
        String image,
        Duration idleTimeout,
        Duration keepFor,
        boolean discards) {

    /** What the service does unless told otherwise; the least that may be assumed of somebody else's session. */
    private static final Duration SERVICE_IDLE_TIMEOUT = Duration.ofSeconds(300);

    static Origin created(SessionRequest request, String label, Instant at) {
        return new Origin(
                true,
                label,
                at,
                request.image(),
                request.idleTimeout(),
                request.keepFor(),
                request.onError() == Ending.DISCARD || request.onCancel() == Ending.DISCARD);
    }

    static Origin borrowed(Instant at) {
        var defaults = SessionRequest.ephemeral();
        return new Origin(false, "", at, defaults.image(), SERVICE_IDLE_TIMEOUT, defaults.keepFor(), false);
    }
}
