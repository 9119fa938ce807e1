package io.agentbay.reactive.local.fault;

import java.time.Duration;
import java.util.Optional;

/** What an armed fault does to the one call it was taken for. */
public sealed interface CallEffect {

    /** Whether the work of the call is done nevertheless. */
    default boolean works() {
        return true;
    }

    /** The right answer, later. */
    record Delayed(Duration delay) implements CallEffect {}

    /** An error answer instead of the work, with a time to wait if there is one. */
    record Status(int status, String code, Optional<Duration> retryAfter) implements CallEffect {
        @Override
        public boolean works() {
            return false;
        }
    }

    /** The work, and an answer nobody can parse. */
    record Garbage() implements CallEffect {}

    /** A closed connection. */
    record Dropped(CallFault.When when) implements CallEffect {
        @Override
        public boolean works() {
            return when != CallFault.When.BEFORE_WORK;
        }
    }
}
