package io.agentbay.reactive.common;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Says which paths below a directory take part in an operation.
 *
 * <p>Paths are relative to that directory, with {@code /}. What a selector covers includes everything below: a directory
 * that is accepted or excepted carries its content. Globs know {@code *} and {@code ?} within a name and {@code **}
 * across names; without a slash a glob fits at any depth, so {@code **}{@code /name} is a name at any depth. Letters count
 * as written. Immutable and safe to share.
 */
public final class Selector {

    private static final Selector ALL = new Selector(List.of(Choice.ALL));

    private final List<Choice> choices;

    private Selector(List<Choice> choices) {
        this.choices = choices;
    }

    /** Returns the selector that accepts every path. */
    public static Selector all() {
        return ALL;
    }

    /** Returns the selector of exact files or directories, which the service's own policies can express. */
    public static Selector under(String path, String... more) {
        return new Selector(List.of(new Choice(list(path, more, Selector::normal), List.of(), List.of())));
    }

    /** Returns the selector of all paths that one of these globs matches. */
    public static Selector matching(String glob, String... more) {
        return new Selector(List.of(new Choice(List.of(), list(glob, more, Function.identity()), List.of())));
    }

    /**
     * Returns this selector without what one of these covers: without a wildcard an exact file or directory, as in
     * {@link #under}, else a glob, as in {@link #matching}.
     */
    public Selector except(String globOrPath, String... more) {
        var added = list(globOrPath, more, text -> isPattern(text) ? text : normal(text));
        return new Selector(choices.stream().map(choice -> choice.except(added)).toList());
    }

    /** Returns the selector of what this one or the other accepts, each with its own exceptions. */
    public Selector or(Selector other) {
        var all = new ArrayList<>(choices);
        for (var choice : other.choices) {
            var last = all.get(all.size() - 1);
            if (last.isLike(choice)) {
                all.set(all.size() - 1, last.with(choice));
            } else {
                all.add(choice);
            }
        }
        return new Selector(List.copyOf(all));
    }

    /** Returns whether the path, relative and with {@code /}, takes part. */
    public boolean accepts(String relativePath) {
        var path = normal(relativePath);
        return choices.stream().anyMatch(choice -> choice.accepts(path));
    }

    /** Returns the exact files or directories asked for; empty when the selector is by glob or takes all. */
    public List<String> paths() {
        return all(Choice::paths);
    }

    /** Returns the globs asked for; empty when the selector is by exact paths or takes all. */
    public List<String> globs() {
        return all(Choice::globs);
    }

    /** Returns the globs and paths left out. */
    public List<String> exceptions() {
        return all(Choice::exceptions);
    }

    /** Returns whether a glob selects or excepts, which the service's own policies cannot express. */
    public boolean hasPatterns() {
        return choices.stream().anyMatch(Choice::hasPatterns);
    }

    /** Returns the selectors that {@link #or} put together, in order; this one alone if it was not used. */
    public List<Selector> alternatives() {
        return choices.stream().map(choice -> new Selector(List.of(choice))).toList();
    }

    /** Returns whether a text is a glob rather than an exact path: whether it has {@code *} or {@code ?}. */
    public static boolean isPattern(String globOrPath) {
        return Glob.isPattern(globOrPath);
    }

    static String normal(String path) {
        var start = path.startsWith("./") ? 2 : path.startsWith("/") ? 1 : 0;
        var end = path.endsWith("/") ? path.length() - 1 : path.length();
        return start >= end ? "" : path.substring(start, end);
    }

    private List<String> all(Function<Choice, List<String>> part) {
        return choices.stream().map(part).flatMap(List::stream).distinct().toList();
    }

    private static List<String> list(String first, String[] more, Function<String, String> each) {
        var all = Stream.concat(Stream.of(first), Stream.of(more))
                .map(text -> Objects.requireNonNull(text, "path or glob"))
                .toList();
        if (all.contains("")) {
            throw new IllegalArgumentException("an empty path or glob selects nothing; use Selector.all()");
        }
        return all.stream().map(each).toList();
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Selector that && choices.equals(that.choices);
    }

    @Override
    public int hashCode() {
        return choices.hashCode();
    }

    @Override
    public String toString() {
        return choices.stream().map(Choice::toString).collect(Collectors.joining(" or "));
    }
}
