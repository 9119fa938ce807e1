package io.agentbay.reactive.local.fault;

import java.time.Duration;
import java.util.Optional;
import java.util.random.RandomGenerator;

/** What an armed fault does to the one call it was taken for. */
public sealed interface CallEffect extends FaultEffect {

    /** Whether the work of the call is done nevertheless. */
    default boolean works() {
        return true;
    }

    /** The same with everything decided that is left to chance. */
    default CallEffect drawn(RandomGenerator random) {
        return this;
    }

    /** The right answer, later. */
    record Delayed(Duration delay) implements CallEffect {
        /** Refuses a negative delay. */
        public Delayed {
            if (delay.isNegative()) {
                throw new IllegalArgumentException("delay(" + delay + "): a delay is not negative.");
            }
        }
    }

    /** The right answer, later by a time that is drawn. */
    record LogNormal(Duration median, double sigma) implements CallEffect {

        private static final Duration LONGEST = Duration.ofMinutes(10);

        /** Refuses what is no such distribution. */
        public LogNormal {
            if (median.isNegative() || median.isZero() || median.compareTo(LONGEST) > 0) {
                throw new IllegalArgumentException(
                        "delay(" + median + ", ..): a median is above 0 and at most 10 minutes.");
            }
            if (!(sigma > 0 && sigma <= 3)) {
                throw new IllegalArgumentException("delay(.., " + sigma + "): sigma is above 0 and at most 3.");
            }
        }

        @Override
        public CallEffect drawn(RandomGenerator random) {
            double nanos = median.toNanos() * Math.exp(sigma * random.nextGaussian());
            return new Delayed(Duration.ofNanos((long) Math.min(nanos, LONGEST.toNanos())));
        }
    }

    /** An error answer instead of the work, with a time to wait if there is one. */
    record Status(int status, String code, Optional<Duration> retryAfter) implements CallEffect {

        /** Refuses what is no error. */
        public Status {
            if (status != 200 && (status < 400 || status > 599)) {
                throw new IllegalArgumentException("httpStatus(" + status + "): an error status is 400 to 599, or 200"
                        + " where only the body tells the failure.");
            }
            if (code.isBlank() || code.equals("ok")) {
                throw new IllegalArgumentException(
                        "httpStatus(.., \"" + code + "\"): give an error code, such as InternalError.");
            }
            retryAfter.filter(Duration::isNegative).ifPresent(wait -> {
                throw new IllegalArgumentException("throttle(" + wait + "): the time to wait is not negative.");
            });
        }

        /** The service asks for fewer calls. */
        static Status throttled(Duration retryAfter) {
            return new Status(429, "Throttling.User", Optional.of(retryAfter));
        }

        @Override
        public boolean works() {
            return false;
        }
    }

    /** The work, and an answer nobody can use. */
    record Garbage() implements CallEffect {}

    /** A connection that ends, in order or by a reset. */
    record Dropped(CallFault.When when, boolean reset) implements CallEffect {
        @Override
        public boolean works() {
            return when != CallFault.When.BEFORE_WORK;
        }
    }

    /** The session is gone before the work. */
    record EndedSession() implements CallEffect {}

    /** The signed URL is refused as expired. */
    record ExpiredUrl() implements CallEffect {
        @Override
        public boolean works() {
            return false;
        }
    }

    /** The object is acknowledged and not kept. */
    record LostData() implements CallEffect {}
}
