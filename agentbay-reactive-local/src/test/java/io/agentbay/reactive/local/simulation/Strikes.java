package io.agentbay.reactive.local.simulation;

import io.agentbay.reactive.local.simulation.Strike.How;
import io.agentbay.reactive.local.simulation.workload.Scenario;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.LongStream;

/** Strikes at all events of scenarios. */
final class Strikes {

    private final int workers;
    private final List<Named> named;

    private record Named(Scenario scenario, List<Strike> strikes) {}

    /** @param which a part of the names of scenarios, or one strike as it names itself; empty for all there are */
    Strikes(int workers, String which) {
        this.workers = workers;
        this.named = Scenario.all().stream()
                .filter(scenario -> scenario.name().contains(which) || which.startsWith(scenario.name() + ", "))
                .map(scenario -> new Named(scenario, of(scenario, which)))
                .filter(each -> !each.strikes().isEmpty())
                .toList();
    }

    private static List<Strike> of(Scenario scenario, String which) {
        return of(scenario).stream()
                .filter(strike ->
                        scenario.name().contains(which) || strike.toString().equals(which))
                .toList();
    }

    boolean isEmpty() {
        return named.isEmpty();
    }

    /** Runs them and says what came of it; whether nothing was violated. */
    boolean hold() {
        long began = System.nanoTime();
        long runs = 0;
        for (var each : named) {
            if (!hold(each)) {
                return false;
            }
            runs += each.strikes().size();
        }
        System.out.println(runs + " strikes in " + (System.nanoTime() - began) / 1_000_000_000 + " s");
        System.out.println("no violation");
        return true;
    }

    private boolean hold(Named each) {
        var outcomes = Workers.map(workers, each.strikes(), Strike::run);
        System.out.println(each.scenario().name() + ": " + each.strikes().size() + " strikes");
        if (outcomes.size() == 1) {
            System.out.print(outcomes.get(0).history());
        }
        for (int i = 0; i < outcomes.size(); i++) {
            if (!outcomes.get(i).violations().isEmpty()) {
                tell(each.strikes().get(i), outcomes.get(i));
                return false;
            }
        }
        return true;
    }

    private static void tell(Strike strike, Outcome outcome) {
        outcome.violations().forEach(System.out::println);
        System.out.println("violated; run it again: ./simulate --strike '" + strike + "'");
    }

    static List<Strike> of(Scenario scenario) {
        var strikes = new ArrayList<Strike>();
        var events = Strike.events(scenario);
        LongStream.range(events.first(), events.end()).forEach(event -> {
            strikes.add(new Strike(scenario, How.CANCEL, event));
            strikes.add(new Strike(scenario, How.CRASH, event));
        });
        return strikes;
    }
}
