package io.agentbay.reactive.local.http;

import io.agentbay.reactive.local.core.ServiceError;
import io.agentbay.reactive.local.core.ServiceReply;
import io.agentbay.reactive.local.fault.CallEffect;
import io.agentbay.reactive.local.fault.CallFault;
import java.util.HashMap;
import java.util.Map;

/** The whole answer to a call, what the journal calls its outcome, and how much of it the caller gets. */
record Answer(int status, String outcome, byte[] body, Map<String, String> headers, Cut cut) {

    /** What the journal says of a success, and the protocol too. */
    static final String OK = "ok";

    /** Where the connection is closed, and whether by a reset. */
    record Cut(Place place, boolean reset) {

        static final Cut NOWHERE = new Cut(Place.NOWHERE, false);

        static Cut of(CallEffect.Dropped dropped) {
            Place place = dropped.when() == CallFault.When.MID_BODY ? Place.MID_BODY : Place.BEFORE_HEADERS;
            return new Cut(place, dropped.reset());
        }
    }

    /** How far an answer comes. */
    enum Place {
        NOWHERE,
        BEFORE_HEADERS,
        MID_BODY
    }

    static final String JSON = "application/json;charset=utf-8";

    static Answer of(ServiceReply reply, String requestId) {
        return new Answer(
                reply.status(),
                reply.code(),
                reply.json(requestId),
                Map.of("Content-Type", JSON, "x-acs-request-id", requestId),
                Cut.NOWHERE);
    }

    static Answer of(ServiceError error, String requestId) {
        return of(ServiceReply.error(error.status(), error.code(), error.text()), requestId);
    }

    Answer cut(Cut where) {
        return new Answer(status, outcome, body, headers, where);
    }

    Answer with(String header, String value) {
        Map<String, String> more = new HashMap<>(headers);
        more.put(header, value);
        return new Answer(status, outcome, body, more, cut);
    }
}
