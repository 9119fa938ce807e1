package io.agentbay.reactive.local.control;

import io.agentbay.reactive.local.core.Json;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One request of the control API.
 *
 * @param method {@code GET}, {@code POST}, {@code PUT} or {@code DELETE}
 * @param path decoded, below {@code /_local}, such as {@code /faults}
 * @param query decoded
 * @param body as it came
 */
public record ControlRequest(String method, String path, Map<String, String> query, byte[] body) {

    /** The body as one JSON object. */
    Map<String, @Nullable Object> json() {
        return Json.object("body", new String(body, StandardCharsets.UTF_8));
    }

    String text(String name) {
        return query.getOrDefault(name, "");
    }

    /** A number of the query, at most so large. */
    int number(String name, int usual, int largest) {
        return (int) Math.min(largest, longNumber(name, usual));
    }

    long longNumber(String name, long usual) {
        String given = query.get(name);
        if (given == null || given.isEmpty()) {
            return usual;
        }
        try {
            long number = Long.parseLong(given);
            if (number >= 0) {
                return number;
            }
        } catch (NumberFormatException notOne) {
            // said below, as for a negative one
        }
        throw new IllegalArgumentException(name + " must be a number that is not negative.");
    }

    /** The part of the path between two others; null if the path does not have that shape. */
    @Nullable
    String between(String before, String after) {
        boolean fits = path.startsWith(before)
                && path.endsWith(after)
                && path.length() > before.length() + after.length()
                && path.indexOf('/', before.length()) == (after.isEmpty() ? -1 : path.length() - after.length());
        return fits ? path.substring(before.length(), path.length() - after.length()) : null;
    }
}
