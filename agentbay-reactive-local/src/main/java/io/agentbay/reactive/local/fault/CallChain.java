package io.agentbay.reactive.local.fault;

import java.time.Duration;
import java.util.Objects;
import java.util.Optional;

/** The chain of a fault of calls. */
final class CallChain extends Chain<CallFault> implements CallFault {

    CallChain(FaultBoard board, FaultTarget target, FaultScope scope) {
        super(board, target, scope);
    }

    @Override
    CallFault chain(FaultBoard sameBoard, FaultTarget sameTarget, FaultScope narrower) {
        return new CallChain(sameBoard, sameTarget, narrower);
    }

    @Override
    public void delay(Duration delay) {
        arm(new CallEffect.Delayed(delay));
    }

    @Override
    public void delay(Duration median, double sigma) {
        arm(new CallEffect.LogNormal(median, sigma));
    }

    @Override
    public void httpStatus(int status, String code) {
        arm(new CallEffect.Status(status, code, Optional.empty()));
    }

    @Override
    public void throttle(Duration retryAfter) {
        arm(CallEffect.Status.throttled(retryAfter));
    }

    @Override
    public void garbage() {
        arm(new CallEffect.Garbage());
    }

    @Override
    public void drop(When when) {
        arm(new CallEffect.Dropped(Objects.requireNonNull(when, "when"), false));
    }

    @Override
    public void reset(When when) {
        arm(new CallEffect.Dropped(Objects.requireNonNull(when, "when"), true));
    }

    @Override
    public void endSession() {
        arm(new CallEffect.EndedSession());
    }

    @Override
    public void expireUrl() {
        arm(new CallEffect.ExpiredUrl());
    }

    @Override
    public void loseData() {
        arm(new CallEffect.LostData());
    }
}
