package io.agentbay.reactive.local.http;

/** Path and query of a request target, as sent. */
final class Targets {

    private Targets() {}

    static String path(String target) {
        int question = target.indexOf('?');
        return question < 0 ? target : target.substring(0, question);
    }

    static String query(String target) {
        int question = target.indexOf('?');
        return question < 0 ? "" : target.substring(question + 1);
    }
}
