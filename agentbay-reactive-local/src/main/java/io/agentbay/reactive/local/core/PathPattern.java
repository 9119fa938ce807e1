package io.agentbay.reactive.local.core;

import io.agentbay.reactive.local.core.Glob.Step;
import java.util.ArrayList;
import java.util.List;

/**
 * One entry of a white list: an exact file or directory below the mount, or a file name pattern. What covers a
 * directory covers its content; a pattern without an inner slash fits at any depth.
 */
final class PathPattern {
    private static final int LONGEST = 256;

    private final Glob glob;

    private PathPattern(Glob glob) {
        this.glob = glob;
    }

    /** Reads an entry below a directory of the mount; where the service knows no patterns, all is exact. */
    static PathPattern of(String field, String directory, String text, boolean patternsKnown) {
        List<Step> steps = new ArrayList<>(Globs.exactly(directory));
        steps.addAll(patternsKnown && Globs.isPattern(text) ? glob(field, text) : exact(field, text));
        steps.addAll(Globs.anythingBelow());
        return new PathPattern(new Glob(steps));
    }

    private static List<Step> exact(String field, String text) {
        String normal = Keys.path(field, text);
        return normal.equals("/") ? List.of() : Globs.exactly(normal);
    }

    private static List<Step> glob(String field, String text) {
        if (text.length() > LONGEST) {
            throw ServiceError.invalid(field, "holds a pattern of more than " + LONGEST + " characters");
        }
        String glob = text.startsWith("/") ? text.substring(1) : text;
        List<Step> steps = new ArrayList<>(Globs.exactly("/"));
        if (glob.indexOf('/') < 0) {
            steps.addAll(Globs.anyDirectories());
        }
        try {
            steps.addAll(Globs.steps(glob));
            return steps;
        } catch (IllegalArgumentException e) {
            throw ServiceError.invalid(field, "holds a pattern that means nothing");
        }
    }

    /** Whether a path below the mount, with its leading slash, is this or lies below it. */
    boolean covers(String below) {
        return glob.matches(below);
    }
}
