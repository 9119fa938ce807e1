package io.agentbay.reactive.common;

import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * Says which paths below a directory take part in an operation.
 *
 * <p>Paths are relative to that directory, with {@code /}. What a selector covers includes everything below: a directory
 * that is accepted or excepted carries its content. Globs know {@code *} and {@code ?} within a name and {@code **}
 * across names; without a slash a glob fits at any depth. Letters count as written. Immutable and safe to share.
 */
public final class Selector {

    private static final Selector ALL = new Selector(List.of(), List.of(), List.of());

    private final List<String> paths;
    private final List<String> globs;
    private final List<String> exceptions;
    private final List<Glob> included;
    private final List<Glob> excluded;

    private Selector(List<String> paths, List<String> globs, List<String> exceptions) {
        this.paths = paths;
        this.globs = globs;
        this.exceptions = exceptions;
        this.included = Stream.concat(
                        paths.stream().map(Glob::under), globs.stream().map(Glob::matching))
                .toList();
        this.excluded = exceptions.stream().map(Glob::matching).toList();
    }

    /** Returns the selector that accepts every path. */
    public static Selector all() {
        return ALL;
    }

    /** Returns the selector of exact files or directories, which the service's own policies can express. */
    public static Selector under(String path, String... more) {
        return new Selector(list(path, more, Selector::normal), List.of(), List.of());
    }

    /** Returns the selector of all paths that one of these globs matches. */
    public static Selector matching(String glob, String... more) {
        return new Selector(List.of(), list(glob, more, Function.identity()), List.of());
    }

    /** Returns this selector without the paths that one of these globs or exact paths covers. */
    public Selector except(String globOrPath, String... more) {
        var added = list(globOrPath, more, Function.identity()).stream();
        return new Selector(
                paths, globs, Stream.concat(exceptions.stream(), added).toList());
    }

    /** Returns whether the path, relative and with {@code /}, takes part. */
    public boolean accepts(String relativePath) {
        var path = normal(relativePath);
        return (included.isEmpty() || included.stream().anyMatch(glob -> glob.covers(path)))
                && excluded.stream().noneMatch(glob -> glob.covers(path));
    }

    /** Returns the exact files or directories asked for; empty when the selector is by glob or takes all. */
    public List<String> paths() {
        return paths;
    }

    /** Returns the globs asked for; empty when the selector is by exact paths or takes all. */
    public List<String> globs() {
        return globs;
    }

    /** Returns the globs and paths left out. */
    public List<String> exceptions() {
        return exceptions;
    }

    static String normal(String path) {
        var start = path.startsWith("./") ? 2 : path.startsWith("/") ? 1 : 0;
        var end = path.endsWith("/") ? path.length() - 1 : path.length();
        return start >= end ? "" : path.substring(start, end);
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
    public boolean equals(Object other) {
        return other instanceof Selector that
                && paths.equals(that.paths)
                && globs.equals(that.globs)
                && exceptions.equals(that.exceptions);
    }

    @Override
    public int hashCode() {
        return Objects.hash(paths, globs, exceptions);
    }

    @Override
    public String toString() {
        var what = paths.isEmpty() && globs.isEmpty() ? "all" : paths.isEmpty() ? globs.toString() : paths.toString();
        return exceptions.isEmpty() ? what : what + " except " + exceptions;
    }
}
