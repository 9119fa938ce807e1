package io.agentbay.reactive.internal.sync;

import io.agentbay.reactive.common.Figure;
import io.agentbay.reactive.event.Progress;
import java.util.List;
import java.util.Map;

/**
 * The files that were to arrive, and the files where they were to arrive.
 *
 * @param expected on the giving side
 * @param found on the receiving side
 */
record Sides(Map<String, SeenFile> expected, Map<String, SeenFile> found) {

    /** Expected files that are not found with their size, in order. */
    List<String> missing() {
        return expected.values().stream()
                .filter(file -> !isThere(file))
                .map(SeenFile::path)
                .sorted()
                .toList();
    }

    /** Found files that nobody expects. */
    long extras() {
        return found.keySet().stream()
                .filter(path -> !expected.containsKey(path))
                .count();
    }

    /** Whether neither side holds a path. */
    boolean nowhere(String path) {
        return !expected.containsKey(path) && !found.containsKey(path);
    }

    long bytes() {
        return expected.values().stream().mapToLong(SeenFile::size).sum();
    }

    /** How much of what is expected is found, as far as the listing says. */
    Progress arrived(Progress now) {
        long files = expected.values().stream().filter(this::isThere).count();
        long there = expected.values().stream()
                .filter(this::isThere)
                .mapToLong(SeenFile::size)
                .sum();
        return now.withFiles(Figure.observed(files), Figure.observed(expected.size()))
                .withBytes(Figure.observed(there), Figure.observed(bytes()));
    }

    private boolean isThere(SeenFile file) {
        SeenFile there = found.get(file.path());
        return there != null && there.size() == file.size();
    }
}
