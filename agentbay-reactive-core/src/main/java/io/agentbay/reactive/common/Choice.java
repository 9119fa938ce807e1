package io.agentbay.reactive.common;

import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** One way to be selected: below an exact path or by a glob, unless excepted; neither path nor glob means all. */
final class Choice {

    static final Choice ALL = new Choice(List.of(), List.of(), List.of());

    private final List<String> paths;
    private final List<String> globs;
    private final List<String> exceptions;
    private final List<Glob> included;
    private final List<Glob> excluded;

    Choice(List<String> paths, List<String> globs, List<String> exceptions) {
        this.paths = paths;
        this.globs = globs;
        this.exceptions = exceptions;
        this.included = Stream.concat(
                        paths.stream().map(Glob::under), globs.stream().map(Glob::matching))
                .toList();
        this.excluded = exceptions.stream().map(Choice::exception).toList();
    }

    /** Without a wildcard an exception is an exact path, as it is for the service. */
    private static Glob exception(String globOrPath) {
        return Glob.isPattern(globOrPath) ? Glob.matching(globOrPath) : Glob.under(globOrPath);
    }

    Choice except(List<String> more) {
        return new Choice(
                paths, globs, Stream.concat(exceptions.stream(), more.stream()).toList());
    }

    /** Whether one choice of the same kind and with the same exceptions can stand for both. */
    boolean isLike(Choice other) {
        return paths.isEmpty() == other.paths.isEmpty()
                && globs.isEmpty() == other.globs.isEmpty()
                && exceptions.equals(other.exceptions);
    }

    Choice with(Choice other) {
        return new Choice(union(paths, other.paths), union(globs, other.globs), exceptions);
    }

    private static List<String> union(List<String> some, List<String> more) {
        return Stream.concat(some.stream(), more.stream()).distinct().toList();
    }

    boolean accepts(String path) {
        return (included.isEmpty() || included.stream().anyMatch(glob -> glob.covers(path)))
                && excluded.stream().noneMatch(glob -> glob.covers(path));
    }

    boolean hasPatterns() {
        return !globs.isEmpty() || exceptions.stream().anyMatch(Glob::isPattern);
    }

    List<String> paths() {
        return paths;
    }

    List<String> globs() {
        return globs;
    }

    List<String> exceptions() {
        return exceptions;
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Choice that
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
