package io.agentbay.reactive.session;

import io.agentbay.reactive.common.Failure;
import io.agentbay.reactive.common.SessionId;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A session this client created and has not seen end.
 *
 * @param id null for a create that nobody could confirm: the session may exist or not
 * @param label the value of its label {@code agentbay-reactive-id}, by which it can be listed
 * @param createdAt when it was asked for, by this client's clock
 * @param aliveUntil when the service ends it at the latest unless it is used; null while this client keeps it alive
 *     without an end in sight
 * @param unsavedMounts paths of mounts that may hold something not uploaded yet
 * @param lastFailure why the last attempt to create, save or close it failed, an automatic sync included; null when none
 *     did, or when the automatic sync that failed has succeeded since
 */
public record OwnedSession(
        @Nullable SessionId id,
        String label,
        Instant createdAt,
        @Nullable Instant aliveUntil,
        List<String> unsavedMounts,
        @Nullable Failure lastFailure) {

    /** Checks that all is there and copies the list. */
    public OwnedSession {
        Objects.requireNonNull(label, "label");
        Objects.requireNonNull(createdAt, "createdAt");
        unsavedMounts = List.copyOf(unsavedMounts);
    }
}
