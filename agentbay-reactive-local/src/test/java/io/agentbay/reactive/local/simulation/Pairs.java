package io.agentbay.reactive.local.simulation;

import io.agentbay.reactive.local.core.ServiceModel;
import io.agentbay.reactive.local.simulation.Strike.How;
import io.agentbay.reactive.local.simulation.fault.Guess;
import io.agentbay.reactive.local.simulation.fault.Guess.Value;
import io.agentbay.reactive.local.simulation.workload.Scenario;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * One client in worlds that differ from the default in one or two guesses about the service.
 *
 * @param runs how many worlds there were
 * @param falseSuccesses worlds in which something untrue was claimed, and what
 * @param falseFailures worlds in which something failed although nothing went wrong, and what
 */
record Pairs(int runs, Map<String, String> falseSuccesses, Map<String, String> falseFailures) {

    private record World(List<Value> values) {
        String name() {
            return values.stream().map(Value::toString).collect(Collectors.joining(" and "));
        }

        Outcome run() {
            var model = ServiceModel.defaults();
            for (var value : values) {
                model = value.in(model);
            }
            return new Strike(Scenario.truth(), How.NOTHING, -1).run(model);
        }
    }

    /** Runs all of them. */
    static Pairs run(int workers) {
        var worlds = worlds();
        var outcomes = Workers.map(workers, worlds, World::run);
        var lies = new TreeMap<String, String>();
        var failures = new TreeMap<String, String>();
        for (int i = 0; i < worlds.size(); i++) {
            var name = worlds.get(i).name();
            var outcome = outcomes.get(i);
            if (!outcome.violations().isEmpty()) {
                lies.put(name, outcome.violations().toString());
            }
            var failed = outcome.failed();
            if (!failed.isEmpty() && !known(failures, worlds.get(i))) {
                failures.put(name, failed);
            }
        }
        return new Pairs(worlds.size(), lies, failures);
    }

    /** Whether one of the two alone is enough. */
    private static boolean known(Map<String, String> failures, World world) {
        return world.values().size() > 1
                && world.values().stream().anyMatch(value -> failures.containsKey(value.toString()));
    }

    /** Single values first. */
    private static List<World> worlds() {
        var values =
                Guess.all().stream().flatMap(guess -> guess.others().stream()).toList();
        var worlds = new ArrayList<World>();
        values.forEach(value -> worlds.add(new World(List.of(value))));
        for (int i = 0; i < values.size(); i++) {
            for (int j = i + 1; j < values.size(); j++) {
                if (!values.get(i).guess().equals(values.get(j).guess())) {
                    worlds.add(new World(List.of(values.get(i), values.get(j))));
                }
            }
        }
        return worlds;
    }

    String text() {
        var text = new StringBuilder();
        falseSuccesses.forEach((world, what) -> text.append("FALSE SUCCESS with ")
                .append(world)
                .append(": ")
                .append(what)
                .append('\n'));
        falseFailures.forEach((world, what) -> text.append("false failure with ")
                .append(world)
                .append(": ")
                .append(what)
                .append('\n'));
        return text.append(runs)
                .append(" worlds, ")
                .append(falseSuccesses.size())
                .append(" false successes, ")
                .append(falseFailures.size())
                .append(" with false failures\n")
                .toString();
    }
}
