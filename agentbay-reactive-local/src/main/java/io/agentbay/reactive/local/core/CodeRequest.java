package io.agentbay.reactive.local.core;

import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Code to run, as a caller asks for it. */
record CodeRequest(Command.Language language, String code, Duration timeout) {

    private static final int SECONDS = 60;
    private static final int MOST_SECONDS = 24 * 60 * 60;

    /** Reads the arguments of the tool; a stream of results says {@code timeoutS} where the tool says {@code timeout_s}. */
    static CodeRequest of(Map<String, @Nullable Object> arguments) {
        return new CodeRequest(language(arguments), text(arguments, "code"), timeout(arguments));
    }

    private static Command.Language language(Map<String, @Nullable Object> arguments) {
        String name = text(arguments, "language").toLowerCase(Locale.ROOT);
        return switch (name) {
            case "python", "python3", "py" -> Command.Language.PYTHON;
            case "javascript", "js", "node", "nodejs" -> Command.Language.JAVASCRIPT;
            case "r" -> Command.Language.R;
            case "java" -> Command.Language.JAVA;
            default -> throw new ToolFailure("Unsupported language " + name + ": python, javascript, r or java");
        };
    }

    private static String text(Map<String, @Nullable Object> arguments, String name) {
        Object value = arguments.get(name);
        if (value == null) {
            throw new ToolFailure("The argument " + name + " is missing");
        }
        return value.toString();
    }

    private static Duration timeout(Map<String, @Nullable Object> arguments) {
        Object given = arguments.getOrDefault("timeout_s", arguments.get("timeoutS"));
        double seconds = given instanceof Number number ? number.doubleValue() : SECONDS;
        return Duration.ofMillis((long) (1000 * Math.min(MOST_SECONDS, seconds > 0 ? seconds : SECONDS)));
    }
}
