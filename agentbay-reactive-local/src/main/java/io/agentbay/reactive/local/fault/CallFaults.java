package io.agentbay.reactive.local.fault;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The armed faults of calls, in the order in which they were armed. */
public final class CallFaults {

    private final List<CallRule> rules = new ArrayList<>();

    /** What happens to this call; null when nothing goes wrong. Counts the call. */
    public synchronized @Nullable CallEffect next(String action, @Nullable String tool) {
        Iterator<CallRule> armed = rules.iterator();
        while (armed.hasNext()) {
            CallRule rule = armed.next();
            if (!rule.matches(action, tool)) {
                continue;
            }
            CallEffect effect = rule.strike();
            if (rule.usedUp()) {
                armed.remove();
            }
            if (effect != null) {
                return effect;
            }
        }
        return null;
    }

    synchronized void arm(CallRule rule) {
        rules.add(rule);
    }

    /** Disarms all of them. */
    public synchronized void clear() {
        rules.clear();
    }
}
