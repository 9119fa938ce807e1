package io.agentbay.reactive.local.core;

import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;

/**
 * One entry of a white list: an exact file or directory below the mount, or a file name pattern. What covers a
 * directory covers its content; a pattern without an inner slash fits at any depth.
 */
final class PathPattern {
    private static final int LONGEST = 256;

    private final Pattern regex;

    private PathPattern(Pattern regex) {
        this.regex = regex;
    }

    /** Reads an entry below a directory of the mount; where the service knows no patterns, all is exact. */
    static PathPattern of(String field, String directory, String text, boolean patternsKnown) {
        boolean pattern = patternsKnown && Globs.isPattern(text);
        String below = pattern ? glob(field, text) : exact(field, text);
        return new PathPattern(compiled(field, Pattern.quote(directory) + below + "(/.*)?"));
    }

    private static String exact(String field, String text) {
        String normal = Keys.path(field, text);
        return normal.equals("/") ? "" : Pattern.quote(normal);
    }

    private static String glob(String field, String text) {
        if (text.length() > LONGEST) {
            throw ServiceError.invalid(field, "holds a pattern of more than " + LONGEST + " characters");
        }
        String glob = text.startsWith("/") ? text.substring(1) : text;
        return (glob.indexOf('/') < 0 ? "/(?:.*/)?" : "/") + Globs.regex(glob);
    }

    private static Pattern compiled(String field, String regex) {
        try {
            return Pattern.compile(regex, Pattern.DOTALL);
        } catch (PatternSyntaxException e) {
            throw ServiceError.invalid(field, "holds a pattern that means nothing");
        }
    }

    /** Whether a path below the mount, with its leading slash, is this or lies below it. */
    boolean covers(String below) {
        return regex.matcher(below).matches();
    }
}
