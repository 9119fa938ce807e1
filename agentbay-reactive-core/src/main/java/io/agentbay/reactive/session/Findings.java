package io.agentbay.reactive.session;

import io.agentbay.reactive.session.SessionRequest.Problem;
import io.agentbay.reactive.session.SessionRequest.Problem.Severity;
import java.util.ArrayList;
import java.util.List;

/** Problems as they are found, in order. */
final class Findings {

    private final List<Problem> found = new ArrayList<>();

    void error(String field, String message, String fix) {
        found.add(new Problem(Severity.ERROR, field, message, fix));
    }

    void warning(String field, String message, String fix) {
        found.add(new Problem(Severity.WARNING, field, message, fix));
    }

    List<Problem> all() {
        return List.copyOf(found);
    }
}
