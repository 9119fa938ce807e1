package io.agentbay.reactive.local.fault;

import io.agentbay.reactive.local.core.TaskFault;
import io.agentbay.reactive.local.core.TaskFaults;
import io.agentbay.reactive.local.core.TaskRun;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;

/** The armed faults of sync tasks, in the order in which they were armed; the core asks it for every task. */
public final class SyncFaults implements TaskFaults {

    private final List<SyncRule> rules = new ArrayList<>();

    @Override
    public synchronized TaskFault decide(TaskRun run) {
        Iterator<SyncRule> armed = rules.iterator();
        while (armed.hasNext()) {
            SyncRule rule = armed.next();
            if (rule.matches(run)) {
                TaskFault fault = rule.strike();
                if (rule.usedUp()) {
                    armed.remove();
                }
                return fault;
            }
        }
        return TaskFault.NONE;
    }

    synchronized void arm(SyncRule rule) {
        rules.add(rule);
    }

    /** Disarms all of them. */
    public synchronized void clear() {
        rules.clear();
    }
}
