package io.agentbay.reactive.tool;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What finished code left.
 *
 * @param results what it showed, in order: each in one or several forms, by media type; forms that are not text are
 *     JSON. The main result, where the service names one, comes last
 * @param stdout everything it printed, empty when nothing
 * @param stderr everything it printed as errors, empty when nothing
 * @param executionCount how often this interpreter ran code so far; 0 when the service does not say
 */
public record CodeResult(List<Map<String, String>> results, String stdout, String stderr, int executionCount) {

    /** Checks that nothing is missing and copies the lists. */
    public CodeResult {
        results = results.stream().map(Map::copyOf).toList();
        Objects.requireNonNull(stdout, "stdout");
        Objects.requireNonNull(stderr, "stderr");
    }

    /** Returns the last result as plain text; null when there is none in that form. */
    public @Nullable String text() {
        return results.isEmpty() ? null : results.get(results.size() - 1).get("text/plain");
    }
}
