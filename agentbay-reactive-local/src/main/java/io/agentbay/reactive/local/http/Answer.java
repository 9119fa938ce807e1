package io.agentbay.reactive.local.http;

import io.agentbay.reactive.local.core.ServiceError;
import io.agentbay.reactive.local.core.ServiceReply;
import java.util.Map;

/** The whole answer to a call, and how much of it the caller gets. */
record Answer(int status, byte[] body, Map<String, String> headers, Cut cut) {

    /** Where the connection is closed. */
    enum Cut {
        NOWHERE,
        BEFORE_HEADERS,
        MID_BODY
    }

    static final String JSON = "application/json;charset=utf-8";

    static Answer of(ServiceReply reply, String requestId) {
        return new Answer(
                reply.status(),
                reply.json(requestId),
                Map.of("Content-Type", JSON, "x-acs-request-id", requestId),
                Cut.NOWHERE);
    }

    static Answer of(ServiceError error, String requestId) {
        return of(ServiceReply.error(error.status(), error.code(), error.text()), requestId);
    }

    Answer cut(Cut where) {
        return new Answer(status, body, headers, where);
    }
}
