package io.agentbay.reactive.session;

import io.agentbay.reactive.session.SessionRequest.Ending;
import io.agentbay.reactive.sync.Mount;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/** The values behind a request, so that each change copies them in one place. */
record SessionRequestDraft(
        List<Mount> mounts,
        Map<String, String> labels,
        String image,
        Duration idleTimeout,
        Ending onError,
        Ending onCancel,
        Duration keepFor) {

    private static final Duration HALF_AN_HOUR = Duration.ofMinutes(30);

    static SessionRequestDraft of(List<Mount> mounts) {
        return new SessionRequestDraft(
                mounts, Map.of(), "linux_latest", HALF_AN_HOUR, Ending.SAVE, Ending.SAVE, HALF_AN_HOUR);
    }

    SessionRequestDraft withLabels(Map<String, String> other) {
        return new SessionRequestDraft(mounts, other, image, idleTimeout, onError, onCancel, keepFor);
    }

    SessionRequestDraft withImage(String other) {
        return new SessionRequestDraft(mounts, labels, other, idleTimeout, onError, onCancel, keepFor);
    }

    SessionRequestDraft withIdleTimeout(Duration other) {
        return new SessionRequestDraft(mounts, labels, image, other, onError, onCancel, keepFor);
    }

    SessionRequestDraft withOnError(Ending other) {
        return new SessionRequestDraft(mounts, labels, image, idleTimeout, other, onCancel, keepFor);
    }

    SessionRequestDraft withOnCancel(Ending other) {
        return new SessionRequestDraft(mounts, labels, image, idleTimeout, onError, other, keepFor);
    }

    SessionRequestDraft withKeepFor(Duration other) {
        return new SessionRequestDraft(mounts, labels, image, idleTimeout, onError, onCancel, other);
    }
}
