package io.agentbay.reactive.snapshot;

import java.time.Duration;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Which snapshots to keep: each rule names some, what no rule names may go. Immutable: each call on it returns a new
 * one.
 *
 * <p>The calendar rules keep the newest snapshot of each of the latest hours, days, weeks (from Monday), months or years
 * that have one, by UTC.
 */
public final class Retention {

    private final Counts counts;
    private final @Nullable Duration within;
    private final Set<String> tags;

    private Retention(Counts counts, @Nullable Duration within, Set<String> tags) {
        this.counts = counts;
        this.within = within;
        this.tags = tags;
    }

    /**
     * Keeps the newest ones, and what rules added to it keep.
     *
     * @param count at least 1, so that no retention deletes everything
     */
    public static Retention keepLast(int count) {
        return new Retention(new Counts(atLeastOne(count), 0, 0, 0, 0, 0), null, Set.of());
    }

    /** One for each of the latest hours. */
    public Retention hourly(int count) {
        return with(
                new Counts(counts.last, atLeastOne(count), counts.daily, counts.weekly, counts.monthly, counts.yearly));
    }

    /** One for each of the latest days. */
    public Retention daily(int count) {
        return with(new Counts(
                counts.last, counts.hourly, atLeastOne(count), counts.weekly, counts.monthly, counts.yearly));
    }

    /** One for each of the latest weeks. */
    public Retention weekly(int count) {
        return with(
                new Counts(counts.last, counts.hourly, counts.daily, atLeastOne(count), counts.monthly, counts.yearly));
    }

    /** One for each of the latest months. */
    public Retention monthly(int count) {
        return with(
                new Counts(counts.last, counts.hourly, counts.daily, counts.weekly, atLeastOne(count), counts.yearly));
    }

    /** One for each of the latest years. */
    public Retention yearly(int count) {
        return with(
                new Counts(counts.last, counts.hourly, counts.daily, counts.weekly, counts.monthly, atLeastOne(count)));
    }

    /** All that are not older than this. */
    public Retention within(Duration age) {
        if (age.isNegative() || age.isZero()) {
            throw new IllegalArgumentException("age must be longer than zero: " + age);
        }
        return new Retention(counts, age, tags);
    }

    /** All with this tag. */
    public Retention tagged(String tag) {
        var more = new TreeSet<>(tags);
        more.add(Objects.requireNonNull(tag, "tag"));
        return new Retention(counts, within, Set.copyOf(more));
    }

    /** How many of each. */
    public Counts counts() {
        return counts;
    }

    /** The age up to which all are kept, null for none. */
    public @Nullable Duration within() {
        return within;
    }

    /** The tags of which all are kept. */
    public Set<String> tags() {
        return tags;
    }

    private Retention with(Counts other) {
        return new Retention(other, within, tags);
    }

    private static int atLeastOne(int count) {
        if (count < 1) {
            throw new IllegalArgumentException("count must be at least 1, but was " + count);
        }
        return count;
    }

    /**
     * How many each calendar rule keeps; 0 for a rule that was not given.
     *
     * @param last the newest
     * @param hourly hours
     * @param daily days
     * @param weekly weeks
     * @param monthly months
     * @param yearly years
     */
    public record Counts(int last, int hourly, int daily, int weekly, int monthly, int yearly) {}
}
