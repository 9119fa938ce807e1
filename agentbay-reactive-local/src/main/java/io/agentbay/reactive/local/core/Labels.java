package io.agentbay.reactive.local.core;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;

/**
 * A session's labels, and what a listing still believes they are.
 *
 * @param now the labels
 * @param before what a listing shows until the change has spread
 * @param spread when the change has spread
 * @param lag how long that takes
 */
record Labels(Map<String, String> now, Map<String, String> before, Instant spread, Duration lag) {

    static Labels of(Map<String, String> labels, Instant now, Duration lag) {
        return new Labels(Map.copyOf(labels), Map.of(), now.plus(lag), lag);
    }

    Labels changed(Map<String, String> labels, Instant when) {
        return new Labels(Map.copyOf(labels), listed(when), when.plus(lag), lag);
    }

    Map<String, String> listed(Instant when) {
        return when.isBefore(spread) ? before : now;
    }

    boolean match(Map<String, String> filter, Instant when) {
        return listed(when).entrySet().containsAll(filter.entrySet());
    }
}
