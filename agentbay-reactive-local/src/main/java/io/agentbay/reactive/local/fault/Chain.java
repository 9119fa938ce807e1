package io.agentbay.reactive.local.fault;

/** What all chains share: they narrow their scope and end in one armed plan. */
abstract class Chain<F extends Fault<F>> implements Fault<F> {

    private final FaultBoard board;
    private final FaultTarget target;
    private final FaultScope scope;

    Chain(FaultBoard board, FaultTarget target, FaultScope scope) {
        this.board = board;
        this.target = target;
        this.scope = scope;
    }

    abstract F chain(FaultBoard sameBoard, FaultTarget sameTarget, FaultScope narrower);

    private F narrowed(FaultScope narrower) {
        return chain(board, target, narrower);
    }

    @Override
    public F context(String nameOrId) {
        return narrowed(scope.context(nameOrId));
    }

    @Override
    public F path(String pathOrPattern) {
        return narrowed(scope.path(pathOrPattern));
    }

    @Override
    public F after(int passing) {
        return narrowed(scope.after(passing));
    }

    @Override
    public F times(int n) {
        return narrowed(scope.times(n));
    }

    @Override
    public F sometimes(double probability) {
        return narrowed(scope.sometimes(probability));
    }

    void arm(FaultEffect effect) {
        var unused = board.arm(new FaultPlan(target, scope, effect));
    }
}
