package io.agentbay.reactive.internal.wire;

import io.agentbay.reactive.error.NotFoundException;
import io.agentbay.reactive.internal.pipeline.ServiceCall;
import io.agentbay.reactive.internal.transport.HttpCall.KeyPlacement;
import io.agentbay.reactive.pipeline.ApiCall.Idempotency;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** One action of the service about to be called: its fields and where they go. Built once, by one thread. */
final class Action {
    final String name;
    final ServiceCall.Group group;
    final Idempotency idempotency;
    final Map<String, String> query = new LinkedHashMap<>();
    final Map<String, String> form = new LinkedHashMap<>();
    KeyPlacement key = KeyPlacement.FORM;
    Subject subject = Subject.NONE;

    @Nullable
    Duration timeout;

    private Action(String name, ServiceCall.Group group, Idempotency idempotency) {
        this.name = name;
        this.group = group;
        this.idempotency = idempotency;
    }

    static Action of(String name, ServiceCall.Group group, Idempotency idempotency) {
        return new Action(name, group, idempotency);
    }

    /** A field of the body; null is not sent. */
    Action field(String field, @Nullable Object value) {
        if (value != null) {
            form.put(field, value.toString());
        }
        return this;
    }

    /** A field of the query; null is not sent. */
    Action queryField(String field, @Nullable Object value) {
        if (value != null) {
            query.put(field, value.toString());
        }
        return this;
    }

    Action keyInQuery() {
        key = KeyPlacement.QUERY;
        return this;
    }

    /** What is missing when the service says that something is. */
    Action about(NotFoundException.Kind kind, String subjectName) {
        subject = new Subject(kind, subjectName);
        return this;
    }

    Action timeout(@Nullable Duration limit) {
        timeout = limit;
        return this;
    }

    /** What a call is about. */
    record Subject(NotFoundException.@Nullable Kind kind, String name) {
        static final Subject NONE = new Subject(null, "");
    }
}
