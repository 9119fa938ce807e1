package io.agentbay.reactive.observability;

import io.micrometer.common.docs.KeyName;
import io.micrometer.observation.docs.ObservationDocumentation;

/** Every observation of a client, and so every span where a tracer listens; {@code docs/metrics.md} is made of it. */
public enum ClientObservation implements ObservationDocumentation {
    /** A call. */
    CALL("agentbay.call", "a call with all of its attempts", "`agentbay` and the action", new ClientTag[] {
        ClientTag.ACTION
    }),
    /** An operation. */
    OPERATION(
            "agentbay.operation",
            "an operation; parent of the calls and operations in it",
            "the kind",
            new ClientTag[] {ClientTag.KIND},
            Id.values()),
    /** A phase. */
    PHASE("agentbay.operation.phase", "a phase of an operation, which is its parent", "the phase", new ClientTag[] {
        ClientTag.KIND, ClientTag.PHASE
    });

    private final String label;
    private final String description;
    private final String span;
    private final ClientTag[] tags;
    private final Id[] ids;

    ClientObservation(String label, String description, String span, ClientTag[] tags, Id... ids) {
        this.label = label;
        this.description = description;
        this.span = span;
        this.tags = tags;
        this.ids = ids;
    }

    @Override
    public String getName() {
        return label;
    }

    @Override
    public KeyName[] getLowCardinalityKeyNames() {
        return tags.clone();
    }

    @Override
    public KeyName[] getHighCardinalityKeyNames() {
        return ids.clone();
    }

    /** Returns what it shows, in words. */
    public String description() {
        return description;
    }

    /** Returns how its span is named, in words. */
    public String span() {
        return span;
    }

    /** What is of one operation only: for spans, never for metrics. */
    public enum Id implements KeyName {
        /** The operation. */
        OPERATION("agentbay.operation.id"),
        /** The session. */
        SESSION("agentbay.session.id"),
        /** The context. */
        CONTEXT("agentbay.context.id"),
        /** The path. */
        PATH("agentbay.path");

        private final String label;

        Id(String label) {
            this.label = label;
        }

        @Override
        public String asString() {
            return label;
        }
    }
}
