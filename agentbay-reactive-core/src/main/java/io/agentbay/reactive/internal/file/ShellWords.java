package io.agentbay.reactive.internal.file;

/** Words of a POSIX shell. */
final class ShellWords {

    private ShellWords() {}

    /** One word, whatever is in it. */
    static String quote(String word) {
        return "'" + word.replace("'", "'\\''") + "'";
    }
}
