package io.agentbay.reactive.local.core;

import java.time.Duration;
import java.util.Map;

/**
 * A program to run in a session.
 *
 * @param sessionId the session it belongs to and ends with
 * @param home the directory of the session on the disk, relative to the data directory; its files are in {@code root} below it
 * @param language what the text is
 * @param text a command line or the text of a program
 * @param directory where it starts, a path in the session
 * @param environment variables added to the usual ones
 * @param timeout when it is killed
 */
public record Command(
        String sessionId,
        String home,
        Language language,
        String text,
        String directory,
        Map<String, String> environment,
        Duration timeout) {

    /** What a text is. */
    public enum Language {
        /** A command line. */
        SHELL,
        /** Python 3. */
        PYTHON,
        /** JavaScript for Node.js. */
        JAVASCRIPT,
        /** R. */
        R,
        /** Java, a source file with a main method or a snippet. */
        JAVA
    }
}
