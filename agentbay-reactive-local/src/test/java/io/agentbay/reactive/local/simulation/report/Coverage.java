package io.agentbay.reactive.local.simulation.report;

import io.agentbay.reactive.local.simulation.Outcome;
import java.util.Map;
import java.util.TreeMap;

/** What many runs met, counted. */
public final class Coverage {

    private final Map<String, Long> counts = new TreeMap<>();
    private long runs;

    /** Takes note of one run; safe for use by several threads. */
    public synchronized void add(Outcome outcome) {
        runs++;
        outcome.counts().forEach((what, count) -> counts.merge(what, (long) count, Long::sum));
        outcome.happened().stream()
                .filter(name -> name.startsWith("model."))
                .forEach(name -> counts.merge(name, 1L, Long::sum));
    }

    public synchronized long runs() {
        return runs;
    }

    /** How often this was met. */
    public synchronized long of(String what) {
        return counts.getOrDefault(what, 0L);
    }

    /** All of it, group by group. */
    public synchronized String text() {
        return "operations:  " + group("op ") + "\nfaults:      " + group("fault ") + "\nmodel:       "
                + group("model.") + "\ninvariants:  " + group("checked ") + "\n";
    }

    private String group(String prefix) {
        var text = new StringBuilder();
        counts.forEach((what, count) -> {
            if (what.startsWith(prefix)) {
                text.append(text.length() == 0 ? "" : ", ")
                        .append(what.substring(prefix.length()))
                        .append(' ')
                        .append(count);
            }
        });
        return text.toString();
    }
}
