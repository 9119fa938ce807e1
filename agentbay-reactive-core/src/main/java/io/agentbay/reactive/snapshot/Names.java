package io.agentbay.reactive.snapshot;

import java.util.Objects;

/** The rule of what people call things. */
final class Names {

    private static final int LONGEST = 200;

    private Names() {}

    static String check(String text, String what) {
        Objects.requireNonNull(text, what);
        if (text.isBlank()) {
            throw new IllegalArgumentException(what + " must not be blank");
        }
        if (text.length() > LONGEST) {
            throw new IllegalArgumentException(
                    what + " must have at most " + LONGEST + " characters, but has " + text.length());
        }
        return text;
    }
}
