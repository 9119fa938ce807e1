package io.agentbay.reactive.local.fault;

import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/** A fault in words, for the journal and for people. */
final class FaultWords {

    private FaultWords() {}

    static String of(FaultPlan plan) {
        Map<String, Object> effect = EffectJson.write(plan.effect());
        String details = effect.entrySet().stream()
                .filter(entry -> !entry.getKey().equals("effect"))
                .map(entry -> entry.getKey() + " " + entry.getValue())
                .collect(Collectors.joining(", "));
        return plan.target().kind().word() + " " + plan.target().name() + scope(plan.scope()) + ": "
                + effect.get("effect") + (details.isEmpty() ? "" : " (" + details + ")");
    }

    private static String scope(FaultScope scope) {
        return (scope.context() == null ? "" : " in context " + scope.context())
                + (scope.path() == null ? "" : " at " + scope.path().text())
                + (scope.after() == 0 ? "" : " after " + scope.after())
                + (scope.times() == 0 ? "" : " times " + scope.times())
                + (scope.probability() == 1
                        ? ""
                        : String.format(Locale.ROOT, " with probability %s", scope.probability()));
    }
}
