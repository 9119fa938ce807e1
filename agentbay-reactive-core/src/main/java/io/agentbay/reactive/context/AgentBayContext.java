package io.agentbay.reactive.context;

import io.agentbay.reactive.common.ContextId;
import io.agentbay.reactive.common.ContextRef;
import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A context as the service described it at one moment: a snapshot, not a live handle.
 *
 * <p>Every operation that asks for a {@link ContextRef} takes one of these or a bare {@link ContextId}; only the id
 * counts, so an old value stays usable after a rename. It is named after the product because Reactor owns the word
 * {@code Context}.
 *
 * @param id the service's id, stable for the life of the context
 * @param name the name it had when it was read; unique per account
 * @param state what the service says about it
 * @param createdAt when it was created, or {@code null} if the service did not say in a form that is understood; a
 *     time without a zone is taken as UTC
 * @param lastUsedAt when it was last used, or {@code null} if the service did not say in a form that is understood; a
 *     time without a zone is taken as UTC
 * @param operatingSystem the operating system it is bound to, as the service words it ({@code linux}), or {@code null}
 */
public record AgentBayContext(
        ContextId id,
        String name,
        State state,
        @Nullable Instant createdAt,
        @Nullable Instant lastUsedAt,
        @Nullable String operatingSystem)
        implements ContextRef {

    /** Checks that the parts every context has are there. */
    public AgentBayContext {
        Objects.requireNonNull(id, "id");
        Objects.requireNonNull(name, "name");
        Objects.requireNonNull(state, "state");
    }

    /**
     * Joins parts to a context name by the convention {@code project-stage-user}: {@code name("project", "alpha",
     * "dev")} is {@code "project-alpha-dev"}.
     *
     * @throws IllegalArgumentException if a part is blank
     */
    public static String name(String first, String... more) {
        var joined = new StringBuilder(requirePart(first));
        for (String part : Objects.requireNonNull(more, "more")) {
            joined.append('-').append(requirePart(part));
        }
        return joined.toString();
    }

    private static String requirePart(String part) {
        if (Objects.requireNonNull(part, "part").isBlank()) {
            throw new IllegalArgumentException("A part of a context name is blank; leave it out or give it text");
        }
        return part;
    }

    /** What the service says a context is doing. A word this client does not know becomes {@link #UNKNOWN}. */
    public enum State {
        /** Ready to be mounted. */
        AVAILABLE,
        /** Being emptied; not to be mounted until it is {@link #AVAILABLE} again. */
        CLEARING,
        /** Mounted by a session. */
        IN_USE,
        /** Being set up by the service. */
        PREPARING,
        /** A word this client does not know. */
        UNKNOWN
    }
}
