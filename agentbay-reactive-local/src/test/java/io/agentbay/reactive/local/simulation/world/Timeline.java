package io.agentbay.reactive.local.simulation.world;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;
import java.util.function.LongConsumer;

/**
 * The one scheduler of a world: everything that ever happens is an event of it, in the order of virtual time and then of
 * planning. The thread that made it is the only one that may touch it.
 */
public final class Timeline {

    /** Many times the 6,000 that busy worlds need. */
    private static final long MOST_STEPS = 100_000;

    private final PriorityQueue<Event> events =
            new PriorityQueue<>(Comparator.comparingLong(Event::at).thenComparingLong(Event::number));
    private final Thread owner = Thread.currentThread();
    private final List<Throwable> thrown = new ArrayList<>();
    private long now;
    private long planned;
    private long done;
    private long steps;
    private LongConsumer beforeEvent = index -> {};

    /** Virtual nanoseconds since the world began. */
    public long now() {
        requireOwner();
        return now;
    }

    /** How many events of clients have happened. */
    public long done() {
        return done;
    }

    /** Is told the number of every event of a client before it happens. */
    public void beforeEvent(LongConsumer listener) {
        beforeEvent = listener;
    }

    /** What events threw; none ever should. */
    public List<Throwable> thrown() {
        return thrown;
    }

    /** Plans work of a process; it is skipped when the process is dead by then. */
    public Event plan(long delayNanos, Life life, Runnable work) {
        requireOwner();
        var event = new Event(now + Math.max(0, delayNanos), planned++, life, work);
        events.add(event);
        life.planned();
        return event;
    }

    /** How many events have happened. */
    public long steps() {
        return steps;
    }

    /**
     * Lets the next event happen unless it lies behind the limit; whether there was one. {@link EndlessException} when
     * there were more than any world needs.
     */
    public boolean step(long limit) {
        requireOwner();
        for (var next = events.peek(); next != null && next.at <= limit; next = events.peek()) {
            events.remove();
            if (next.isDue()) {
                now = next.at;
                if (++steps > MOST_STEPS) {
                    throw new EndlessException(now);
                }
                happen(next);
                return true;
            }
        }
        return false;
    }

    /** Everything up to this time, which it is then. */
    public void runUntil(long limit) {
        while (step(limit)) {
            continue;
        }
        now = Math.max(now, limit);
    }

    private void happen(Event event) {
        if (event.life.counted()) {
            beforeEvent.accept(done++);
        }
        if (!event.isDue()) {
            return;
        }
        event.over();
        try {
            event.work.run();
        } catch (RuntimeException | Error e) {
            thrown.add(e);
        }
    }

    /** Fails the run when another thread has found its way in. */
    void requireOwner() {
        if (Thread.currentThread() != owner) {
            throw new IllegalStateException("A second thread is in the world: " + Thread.currentThread());
        }
    }

    /** A world that does not come to rest. */
    public static final class EndlessException extends RuntimeException {
        private static final long serialVersionUID = 1L;

        EndlessException(long now) {
            super(MOST_STEPS + " events until " + World.seconds(now) + " and no rest");
        }
    }

    /** A process whose events end with it. */
    public static final class Life {

        private final String name;
        private final boolean counted;
        private boolean ended;
        private int waiting;

        /** @param counted whether its events are numbered for the modes that strike at each of them */
        public Life(String name, boolean counted) {
            this.name = name;
            this.counted = counted;
        }

        boolean counted() {
            return counted;
        }

        public String name() {
            return name;
        }

        public boolean ended() {
            return ended;
        }

        /** Nothing of it happens any more. */
        public void end() {
            ended = true;
        }

        /** Events planned and neither over nor given up. */
        public int waiting() {
            return waiting;
        }

        private void planned() {
            waiting++;
        }

        private void over() {
            waiting--;
        }
    }

    /** Something that is to happen. */
    public static final class Event {
        private final long at;
        private final long number;
        private final Life life;
        private final Runnable work;
        private boolean over;

        private Event(long at, long number, Life life, Runnable work) {
            this.at = at;
            this.number = number;
            this.life = life;
            this.work = work;
        }

        long at() {
            return at;
        }

        long number() {
            return number;
        }

        /** It will not happen. */
        public void giveUp() {
            over();
        }

        public boolean isOver() {
            return over;
        }

        private boolean isDue() {
            return !over && !life.ended;
        }

        private void over() {
            if (!over) {
                over = true;
                life.over();
            }
        }
    }
}
