package io.agentbay.reactive.local.core;

import io.agentbay.reactive.local.core.Glob.Step;
import java.util.ArrayList;
import java.util.List;

/**
 * A path, or a pattern of paths: {@code *} within a name, {@code **} across, {@code ?} one character, {@code [a-z]} a
 * set. One without a slash matches the name alone.
 */
public final class PathGlob {

    private static final int LONGEST = 1_024;

    private final String text;
    private final Glob glob;

    private PathGlob(String text, Glob glob) {
        this.text = text;
        this.glob = glob;
    }

    /** Reads a path or a pattern; an {@link IllegalArgumentException} if it is blank, too long, or means nothing. */
    public static PathGlob of(String text) {
        if (text.isBlank() || text.length() > LONGEST) {
            throw new IllegalArgumentException("A path or pattern has 1 to " + LONGEST + " characters.");
        }
        String path = withoutSlashes(text);
        List<Step> steps = new ArrayList<>();
        if (text.indexOf('/') < 0) {
            steps.addAll(Globs.anyDirectories());
        }
        steps.addAll(Globs.isPattern(path) ? Globs.steps(path) : Globs.exactly(path));
        return new PathGlob(text, new Glob(steps));
    }

    private static String withoutSlashes(String path) {
        String relative = path.startsWith("/") ? path.substring(1) : path;
        return relative.endsWith("/") ? relative.substring(0, relative.length() - 1) : relative;
    }

    /** As it was given. */
    public String text() {
        return text;
    }

    /** Whether this path is meant, whichever slashes it begins and ends with. */
    public boolean matches(String path) {
        return glob.matches(withoutSlashes(path));
    }
}
