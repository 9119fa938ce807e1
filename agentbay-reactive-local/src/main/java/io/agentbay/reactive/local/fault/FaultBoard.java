package io.agentbay.reactive.local.fault;

import io.agentbay.reactive.local.core.ClearFault;
import io.agentbay.reactive.local.core.ClearFaults;
import io.agentbay.reactive.local.core.TaskFault;
import io.agentbay.reactive.local.core.TaskFaults;
import io.agentbay.reactive.local.core.TaskRun;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.LongFunction;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/**
 * Everything that is armed, in the order in which it was armed: calls, tasks and clears ask here whether they go wrong.
 * The typed faults and those that come as JSON are the same plans on this one board.
 */
public final class FaultBoard implements TaskFaults, ClearFaults {

    private final Map<String, ArmedFault> armed = new LinkedHashMap<>();
    private final LongFunction<? extends RandomGenerator> randomness;
    private final UnaryOperator<String> contextName;
    private final Faults faults = new BoardFaults(this);
    private long seed;
    private long last;

    /**
     * Nothing armed.
     *
     * @param randomness makes the chance of one fault from a seed
     * @param contextName the name of a context by its id
     */
    public FaultBoard(LongFunction<? extends RandomGenerator> randomness, UnaryOperator<String> contextName) {
        this.randomness = randomness;
        this.contextName = contextName;
    }

    /** The typed way to arm them. */
    public Faults faults() {
        return faults;
    }

    /** Arms a fault given as JSON; an {@link IllegalArgumentException} says what of it makes no sense. */
    public Faults.Armed arm(Map<String, @Nullable Object> json) {
        return arm(FaultJson.read(json)).view();
    }

    synchronized ArmedFault arm(FaultPlan plan) {
        long number = ++last;
        ArmedFault fault = new ArmedFault("f" + number, plan, chance(number));
        armed.put(fault.id(), fault);
        return fault;
    }

    /** Every fault has a chance of its own, so that one more does not change what the others do. */
    private RandomGenerator chance(long number) {
        return randomness.apply(seed * 0x9E3779B97F4A7C15L + number);
    }

    /** The fault that strikes this call; null when nothing goes wrong. Counts the call. */
    public synchronized @Nullable CallHit next(CallSeen call) {
        if (armed.isEmpty()) {
            return null;
        }
        return strike(plan -> plan.target().matches(call) && plan.scope().covers(call.contexts(), call.paths()))
                .map(fault -> new CallHit(
                        ((CallEffect) fault.plan().effect()).drawn(fault.random()),
                        fault.id() + ": " + fault.view().text()))
                .orElse(null);
    }

    @Override
    public synchronized TaskFault decide(TaskRun run) {
        String mount = FaultTarget.withoutSlash(run.mountPath());
        FaultTarget.Kind kind =
                run.direction() == TaskRun.Direction.UPLOAD ? FaultTarget.Kind.UPLOAD : FaultTarget.Kind.DOWNLOAD;
        Supplier<Set<String>> contexts = () -> Set.copyOf(List.of(run.contextId(), contextName.apply(run.contextId())));
        return strike(plan -> plan.target().kind() == kind
                        && plan.target().name().equals(mount)
                        && plan.scope().covers(contexts, () -> Set.of(run.path())))
                .map(fault -> ((FaultEffect.OfTask) fault.plan().effect()).fault())
                .orElse(TaskFault.NONE);
    }

    @Override
    public synchronized ClearFault decide(String name) {
        return strike(plan -> plan.target().kind() == FaultTarget.Kind.CLEARING
                        && plan.target().name().equals(name)
                        && plan.scope().covers(() -> Set.of(name), Set::of))
                .map(fault -> ((FaultEffect.OfClear) fault.plan().effect()).fault())
                .orElse(ClearFault.NONE);
    }

    private Optional<ArmedFault> strike(Predicate<FaultPlan> matching) {
        Iterator<ArmedFault> all = armed.values().iterator();
        while (all.hasNext()) {
            ArmedFault fault = all.next();
            if (matching.test(fault.plan()) && fault.strike()) {
                if (fault.usedUp()) {
                    all.remove();
                }
                return Optional.of(fault);
            }
        }
        return Optional.empty();
    }

    /** What is armed, in that order. */
    public synchronized List<Faults.Armed> armed() {
        return armed.values().stream().map(ArmedFault::view).toList();
    }

    /** What is armed, as it could be armed again, with its id and its counts beside. */
    public synchronized List<Map<String, Object>> json() {
        return armed.values().stream().map(FaultJson::write).toList();
    }

    /** Disarms one; false when it is not armed (any more). */
    public synchronized boolean disarm(String id) {
        return armed.remove(id) != null;
    }

    /** Disarms everything. */
    public synchronized void clear() {
        armed.clear();
    }

    /** Begins anew: nothing armed, seed 0, ids from the first. */
    public synchronized void reset() {
        armed.clear();
        seed = 0;
        last = 0;
    }

    /** The seed of everything left to chance. */
    public synchronized long seed() {
        return seed;
    }

    /** Another seed, from the next draw on, for what is armed too. */
    public synchronized void seed(long fresh) {
        seed = fresh;
        armed.values()
                .forEach(fault -> fault.random(chance(Long.parseLong(fault.id().substring(1)))));
    }
}
