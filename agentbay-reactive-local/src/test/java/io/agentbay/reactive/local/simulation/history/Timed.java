package io.agentbay.reactive.local.simulation.history;

import io.agentbay.reactive.local.simulation.history.Truth.Version;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** The versions of one thing, in the order of time. */
public final class Timed {

    static final Timed NOTHING = new Timed();

    private final List<Version> versions = new ArrayList<>();

    void add(Version version) {
        versions.add(version);
    }

    public List<Version> versions() {
        return versions;
    }

    public @Nullable Version last() {
        return versions.isEmpty() ? null : versions.get(versions.size() - 1);
    }

    /** What it was at this time; null when it was never before. */
    public @Nullable Version at(long time) {
        Version found = null;
        for (var version : versions) {
            if (version.at() <= time) {
                found = version;
            }
        }
        return found;
    }

    /** Whether it was like this at any moment from one time to another. */
    public boolean everBetween(long from, long to, Predicate<Version> like) {
        var first = at(from);
        return first != null && like.test(first)
                || versions.stream()
                        .anyMatch(version -> version.at() >= from && version.at() <= to && like.test(version));
    }

    /** Whether it went away in this time, or changed more than once. */
    public boolean disturbedBetween(long from, long to) {
        return changesBetween(from, to) > 1
                || versions.stream()
                        .anyMatch(version -> version.at() >= from && version.at() <= to && version.hash() == null);
    }

    /** How often it changed in this time. */
    public long changesBetween(long from, long to) {
        return versions.stream()
                .filter(version -> version.at() >= from && version.at() <= to)
                .count();
    }

    /** Whether it was there all this time and did not change. */
    public boolean stayedBetween(long from, long to) {
        var held = at(from);
        return held != null && held.hash() != null && stillBetween(from + 1, to);
    }

    /** Whether it did not change in this time, the first instant included. */
    public boolean stillBetween(long from, long to) {
        return versions.stream().noneMatch(version -> version.at() >= from && version.at() <= to);
    }
}
