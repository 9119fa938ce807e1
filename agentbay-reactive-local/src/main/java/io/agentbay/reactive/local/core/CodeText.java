package io.agentbay.reactive.local.core;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What a run of code is reported as. */
final class CodeText {

    private static final double MILLIS = 1000.0;

    private CodeText() {}

    static String of(CommandEnd end) {
        Map<String, Object> text = new LinkedHashMap<>();
        text.put("result", results(end).stream().map(Json::text).toList());
        text.put("stdout", parts(end.stdout()));
        text.put("stderr", parts(end.stderr()));
        text.put("executionError", error(end));
        text.put("execution_time", end.took().toMillis() / MILLIS);
        text.put("execution_count", end.run());
        return Json.text(text);
    }

    /** The values, as objects with MIME types for keys. */
    static List<Map<String, @Nullable Object>> results(CommandEnd end) {
        List<Map<String, @Nullable Object>> results = new ArrayList<>();
        for (Map<String, @Nullable Object> line : lines(end)) {
            if (!line.containsKey("error")) {
                results.add(line);
            }
        }
        return results;
    }

    /** Why it failed; empty if it did not. */
    static String error(CommandEnd end) {
        for (Map<String, @Nullable Object> line : lines(end)) {
            if (line.containsKey("error")) {
                return String.valueOf(line.get("error"));
            }
        }
        return end.exitCode() == 0 ? "" : lastLine(end);
    }

    private static String lastLine(CommandEnd end) {
        String said = end.stderr().strip();
        return said.isEmpty()
                ? "The code ended with exit code " + end.exitCode()
                : said.substring(said.lastIndexOf('\n') + 1);
    }

    private static List<Map<String, @Nullable Object>> lines(CommandEnd end) {
        List<Map<String, @Nullable Object>> lines = new ArrayList<>();
        for (String line : end.report()) {
            try {
                lines.add(Json.object("result", line));
            } catch (ServiceError writtenByTheProgram) {
                lines.add(Map.of("text/plain", line));
            }
        }
        return lines;
    }

    private static List<String> parts(String text) {
        return text.isEmpty() ? List.of() : List.of(text);
    }
}
