package io.agentbay.reactive.internal.wire;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.regex.Pattern;

/** The beginning of an answer nobody understood, fit for an error: bounded, on one line, without secrets. */
final class Excerpt {
    private static final int MOST = 300;
    private static final int READ = 2048;
    private static final Pattern SECRETS = Pattern.compile(
            "bearer(\\s|\\+|%20)+[^\\s\"&]+|akm-[\\w-]+|(https?|wss?)://[^\\s\"<>]+", Pattern.CASE_INSENSITIVE);
    private static final Pattern SECRET_MEMBERS = Pattern.compile(
            "(\"[^\"]*(token|url|key|secret|ticket|authcode|authorization)[^\"]*\\\\?\"\\s*:\\s*\\\\?\")[^\"]*",
            Pattern.CASE_INSENSITIVE);
    private static final Pattern UNPRINTABLE = Pattern.compile("[\\p{Cntrl}\\uFFFD]+");

    private Excerpt() {}

    static String of(byte[] body) {
        var text = new String(Arrays.copyOf(body, Math.min(body.length, READ)), StandardCharsets.UTF_8);
        var hidden = SECRET_MEMBERS
                .matcher(SECRETS.matcher(text).replaceAll("<hidden>"))
                .replaceAll("$1<hidden>");
        var line = UNPRINTABLE.matcher(hidden).replaceAll(" ").strip();
        return line.length() > MOST ? line.substring(0, MOST) + "..." : line;
    }
}
