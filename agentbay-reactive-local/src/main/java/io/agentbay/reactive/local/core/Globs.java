package io.agentbay.reactive.local.core;

import io.agentbay.reactive.local.core.Glob.Characters;
import io.agentbay.reactive.local.core.Glob.Step;
import java.util.ArrayList;
import java.util.List;

/** File name patterns: {@code *} within a name, {@code **} across, {@code ?} one character, {@code [a-z]} a set. */
final class Globs {

    private static final Characters ANY = character -> true;
    private static final Characters NO_SLASH = character -> character != '/';

    private final int[] text;
    private final List<Step> steps = new ArrayList<>();
    private int at;

    private Globs(String glob) {
        this.text = glob.codePoints().toArray();
    }

    static boolean isPattern(String text) {
        return text.chars().anyMatch(c -> c == '*' || c == '?' || c == '[');
    }

    /** Whether a path's name, or the path itself, matches. */
    static boolean matches(Glob glob, String path) {
        String relative = path.startsWith("/") ? path.substring(1) : path;
        return glob.matches(relative) || glob.matches(Keys.name(relative));
    }

    /** Reads a pattern of paths without their leading slash; an {@link IllegalArgumentException} if it means nothing. */
    static Glob of(String glob) {
        return new Glob(steps(glob.startsWith("/") ? glob.substring(1) : glob));
    }

    /** The steps of a pattern. */
    static List<Step> steps(String glob) {
        Globs globs = new Globs(glob);
        while (globs.at < globs.text.length) {
            globs.step();
        }
        return globs.steps;
    }

    /** The steps of a text that is no pattern. */
    static List<Step> exactly(String text) {
        return text.codePoints().mapToObj(Globs::literal).toList();
    }

    /** The steps of nothing, or of any directories with a slash behind them. */
    static List<Step> anyDirectories() {
        return List.of(Step.maybe(2), Step.many(ANY), literal('/'));
    }

    /** The steps of nothing, or of a slash and anything. */
    static List<Step> anythingBelow() {
        return List.of(Step.maybe(2), literal('/'), Step.many(ANY));
    }

    private static Step literal(int wanted) {
        return Step.one(character -> character == wanted);
    }

    private void step() {
        switch (text[at]) {
            case '*' -> star();
            case '?' -> steps.add(Step.one(NO_SLASH));
            case '[' -> set();
            default -> steps.add(literal(text[at]));
        }
        at++;
    }

    private void star() {
        if (!is(at + 1, '*')) {
            steps.add(Step.many(NO_SLASH));
            return;
        }
        at++;
        if (is(at + 1, '/')) {
            at++;
            steps.addAll(anyDirectories());
        } else {
            steps.add(Step.many(ANY));
        }
    }

    private boolean is(int index, char wanted) {
        return index < text.length && text[index] == wanted;
    }

    /** A set that never ends, or holds nothing, is the bracket itself. */
    private void set() {
        boolean negated = is(at + 1, '!');
        int from = at + (negated ? 2 : 1);
        int to = from;
        while (to < text.length && text[to] != ']') {
            to++;
        }
        if (to == text.length || to == from) {
            steps.add(literal('['));
            return;
        }
        Characters inside = ranges(from, to);
        steps.add(Step.one(negated ? character -> !inside.has(character) : inside));
        at = to;
    }

    private Characters ranges(int from, int to) {
        Characters all = character -> false;
        int index = from;
        while (index < to) {
            boolean range = index + 2 < to && text[index + 1] == '-';
            int first = text[index];
            int last = range ? text[index + 2] : first;
            if (last < first) {
                throw new IllegalArgumentException("a set of characters runs backwards");
            }
            Characters before = all;
            all = character -> before.has(character) || character >= first && character <= last;
            index += range ? 3 : 1;
        }
        return all;
    }
}
