package io.agentbay.reactive.local.fault;

import java.util.random.RandomGenerator;

/** An armed plan: counts what it lets pass and what it strikes. Guarded by the board. */
final class ArmedFault {

    private final String id;
    private final FaultPlan plan;
    private final String text;
    private RandomGenerator random;
    private long passed;
    private long struck;

    ArmedFault(String id, FaultPlan plan, RandomGenerator random) {
        this.id = id;
        this.plan = plan;
        this.text = FaultWords.of(plan);
        this.random = random;
    }

    String id() {
        return id;
    }

    FaultPlan plan() {
        return plan;
    }

    RandomGenerator random() {
        return random;
    }

    void random(RandomGenerator fresh) {
        random = fresh;
    }

    /** Whether it strikes this one, which it matches. */
    boolean strike() {
        FaultScope scope = plan.scope();
        boolean strikes =
                passed >= scope.after() && (scope.probability() == 1 || random.nextDouble() < scope.probability());
        if (strikes) {
            struck++;
        } else {
            passed++;
        }
        return strikes;
    }

    boolean usedUp() {
        return plan.scope().times() > 0 && struck >= plan.scope().times();
    }

    Faults.Armed view() {
        return new Faults.Armed(id, text, passed, struck);
    }
}
