package io.agentbay.reactive.internal.event;

import io.agentbay.reactive.event.OperationEvent;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * What happened lately, by number: each start, end and failed item, and of an operation's progress the latest. The oldest
 * is forgotten when there is too much.
 *
 * <p>Not safe for use from several threads: its owner's lock guards it.
 */
final class EventLog {

    /** How many events are remembered. */
    static final int KEPT = 16_384;

    private final NavigableMap<Long, Logged> entries = new TreeMap<>();
    private final Map<String, Long> latest = new HashMap<>();
    private long forgotten;

    /** Remembers an event; {@code handedOn} is the number up to which all were handed on. */
    void add(OperationEvent event, long handedOn) {
        String id = event.operation().id();
        if (event instanceof OperationEvent.Advanced) {
            Long older = latest.put(id, event.sequence());
            Logged before = older == null ? null : entries.remove(older);
            entries.put(event.sequence(), before == null ? Logged.of(event) : before.follow(event, handedOn));
        } else {
            if (event.isEnd()) {
                latest.remove(id);
            }
            entries.put(event.sequence(), Logged.of(event));
        }
        forgetOldest();
    }

    /** The number of the newest event that is forgotten; 0 when none is. */
    long forgotten() {
        return forgotten;
    }

    /** For those who have everything up to {@code handedOn}, and get everything at once. */
    List<OperationEvent> news(long handedOn) {
        return entries.tailMap(handedOn, false).values().stream()
                .map(Logged::asNews)
                .toList();
    }

    /** For one who has everything up to {@code after}. */
    List<OperationEvent> replay(long after) {
        return entries.tailMap(after, false).values().stream()
                .map(entry -> entry.asReplay(after))
                .toList();
    }

    private void forgetOldest() {
        if (entries.size() > KEPT) {
            Logged oldest = entries.pollFirstEntry().getValue();
            forgotten = oldest.event().sequence();
            latest.remove(oldest.event().operation().id(), forgotten);
        }
    }

    /**
     * An event and the progress folded into it.
     *
     * @param first number of the oldest one folded
     * @param previous number of the newest one folded
     * @param folded how many were
     * @param unread how many of those nobody was handed
     */
    private record Logged(OperationEvent event, long first, long previous, long folded, long unread) {

        static Logged of(OperationEvent event) {
            return new Logged(event, event.sequence(), 0, 0, 0);
        }

        Logged follow(OperationEvent newer, long handedOn) {
            long number = event.sequence();
            return new Logged(newer, first, number, folded + 1, number > handedOn ? unread + 1 : 0);
        }

        OperationEvent asNews() {
            return unread == 0 ? event : gap(unread);
        }

        /** Who has some of what is folded, but not all, missed a number that nobody knows. */
        OperationEvent asReplay(long after) {
            if (folded == 0 || after >= previous) {
                return event;
            }
            return gap(after < first ? folded : null);
        }

        private OperationEvent gap(@Nullable Long missed) {
            return new OperationEvent.Gap(event.sequence(), event.at(), event.operation(), event.progress(), missed);
        }
    }
}
