package io.agentbay.reactive.examples.quickstart;

import java.util.List;

/**
 * What the comparison came to.
 *
 * @param missing files that were not there
 * @param different files with other bytes
 * @param more files in the context that are not in the source
 */
record Verdict(List<String> missing, List<String> different, long more) {

    boolean everyByteMatched() {
        return missing.isEmpty() && different.isEmpty();
    }
}
