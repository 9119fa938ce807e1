package io.agentbay.reactive.local.core;

import java.time.Instant;
import java.util.Comparator;
import java.util.Optional;
import java.util.PriorityQueue;

/** What the service has to do later, by time and then by order of planning; each entry is taken once. */
final class Agenda {

    private final PriorityQueue<Entry> entries =
            new PriorityQueue<>(Comparator.comparing(Entry::due).thenComparing(Entry::number));
    private long planned;
    private volatile Runnable onEarlier = () -> {};

    void onEarlier(Runnable listener) {
        onEarlier = listener;
    }

    void plan(Instant due, Runnable work) {
        if (add(due, work)) {
            onEarlier.run();
        }
    }

    private synchronized boolean add(Instant due, Runnable work) {
        Entry first = entries.peek();
        entries.add(new Entry(due, planned++, work));
        return first == null || due.isBefore(first.due);
    }

    synchronized Optional<Instant> next() {
        return Optional.ofNullable(entries.peek()).map(Entry::due);
    }

    /** Takes what is due first; the rest is announced again, because this entry may take long. */
    Optional<Runnable> takeDue(Instant now) {
        Optional<Runnable> taken = take(now);
        if (taken.isPresent() && next().isPresent()) {
            onEarlier.run();
        }
        return taken;
    }

    private synchronized Optional<Runnable> take(Instant now) {
        Entry first = entries.peek();
        if (first == null || first.due.isAfter(now)) {
            return Optional.empty();
        }
        entries.remove();
        return Optional.of(first.work);
    }

    private record Entry(Instant due, long number, Runnable work) {}
}
