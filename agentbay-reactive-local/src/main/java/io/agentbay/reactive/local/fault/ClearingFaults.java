package io.agentbay.reactive.local.fault;

import io.agentbay.reactive.local.core.ClearFault;
import io.agentbay.reactive.local.core.ClearFaults;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;

/** The armed faults of clears, in the order in which they were armed; the core asks it for every clear. */
public final class ClearingFaults implements ClearFaults {
    private final List<Rule> rules = new ArrayList<>();

    @Override
    public synchronized ClearFault decide(String contextName) {
        Iterator<Rule> armed = rules.iterator();
        while (armed.hasNext()) {
            Rule rule = armed.next();
            if (rule.contextName.equals(contextName)) {
                if (rule.left != Times.UNLIMITED && --rule.left == 0) {
                    armed.remove();
                }
                return rule.fault;
            }
        }
        return ClearFault.NONE;
    }

    synchronized void arm(String contextName, int times, ClearFault fault) {
        rules.add(new Rule(contextName, times, fault));
    }

    /** Disarms all of them. */
    public synchronized void clear() {
        rules.clear();
    }

    private static final class Rule {
        private final String contextName;
        private final ClearFault fault;
        private int left;

        Rule(String contextName, int times, ClearFault fault) {
            this.contextName = contextName;
            this.left = times;
            this.fault = fault;
        }
    }
}
