package io.agentbay.reactive.internal.tool;

/** Cuts what programs say down to what fits a message. */
final class Excerpts {

    private static final int LONGEST = 200;

    private Excerpts() {}

    static String of(String words) {
        var text = words.strip();
        return text.substring(0, Math.min(LONGEST, text.length()));
    }
}
