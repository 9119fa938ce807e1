package io.agentbay.reactive.local.fault;

import java.time.Duration;
import java.util.Objects;
import java.util.Optional;

/** The chain that ends in one {@link CallRule}. */
record ArmedCallFault(CallFaults faults, String target, boolean tool, int skip, int count) implements CallFault {

    private static final int TOO_MANY_REQUESTS = 429;

    ArmedCallFault {
        if (Objects.requireNonNull(target, "target").isBlank()) {
            throw new IllegalArgumentException("Name the " + (tool ? "tool" : "action") + " that is to fail.");
        }
    }

    @Override
    public CallFault after(int calls) {
        if (calls < 0) {
            throw new IllegalArgumentException("after(" + calls + "): a fault cannot start before the first call.");
        }
        return new ArmedCallFault(faults, target, tool, calls, count);
    }

    @Override
    public CallFault times(int n) {
        return new ArmedCallFault(faults, target, tool, skip, Times.checked(n));
    }

    @Override
    public void delay(Duration delay) {
        if (delay.isNegative()) {
            throw new IllegalArgumentException("delay(" + delay + "): a delay is not negative.");
        }
        arm(new CallEffect.Delayed(delay));
    }

    @Override
    public void httpStatus(int status, String code) {
        if (status < 400 || status > 599) {
            throw new IllegalArgumentException("httpStatus(" + status + "): an error status is 400 to 599.");
        }
        arm(new CallEffect.Status(status, Objects.requireNonNull(code, "code"), Optional.empty()));
    }

    @Override
    public void throttle(Duration retryAfter) {
        if (retryAfter.isNegative()) {
            throw new IllegalArgumentException("throttle(" + retryAfter + "): the time to wait is not negative.");
        }
        arm(new CallEffect.Status(TOO_MANY_REQUESTS, "Throttling.User", Optional.of(retryAfter)));
    }

    @Override
    public void garbage() {
        arm(new CallEffect.Garbage());
    }

    @Override
    public void drop(When when) {
        arm(new CallEffect.Dropped(Objects.requireNonNull(when, "when")));
    }

    private void arm(CallEffect effect) {
        faults.arm(new CallRule(target, tool, skip, count, effect));
    }
}
