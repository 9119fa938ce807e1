package io.agentbay.reactive.local.simulation;

import io.agentbay.reactive.local.simulation.Strike.How;
import io.agentbay.reactive.local.simulation.workload.Scenario;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.LongStream;

/** All strikes at all events of all scenarios. */
final class Strikes {

    private final int workers;

    Strikes(int workers) {
        this.workers = workers;
    }

    /** Runs them, says what came of it, and fails if anything was violated. */
    void run() {
        long began = System.nanoTime();
        long runs = 0;
        for (var scenario : Scenario.canonical()) {
            var strikes = of(scenario);
            var outcomes = Workers.map(workers, strikes, Strike::run);
            runs += strikes.size();
            System.out.println(scenario.name() + ": " + strikes.size() / 2 + " events");
            for (int i = 0; i < outcomes.size(); i++) {
                if (!outcomes.get(i).violations().isEmpty()) {
                    System.out.print(outcomes.get(i).history());
                    throw new IllegalStateException(
                            strikes.get(i) + " violates " + outcomes.get(i).violations());
                }
            }
        }
        System.out.println(runs + " strikes in " + (System.nanoTime() - began) / 1_000_000_000 + " s");
        System.out.println("no violation");
    }

    static List<Strike> of(Scenario scenario) {
        var strikes = new ArrayList<Strike>();
        LongStream.range(0, Strike.events(scenario)).forEach(event -> {
            strikes.add(new Strike(scenario, How.CANCEL, event));
            strikes.add(new Strike(scenario, How.CRASH, event));
        });
        return strikes;
    }
}
