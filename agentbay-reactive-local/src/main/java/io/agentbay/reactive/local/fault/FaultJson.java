package io.agentbay.reactive.local.fault;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Faults as JSON objects, such as {@code {"action": "GetContextInfo", "times": 3, "effect": "throttle", "retryAfterMillis": 1000}}.
 * A key that is unknown or missing is refused by name, so that no fault silently means less than it says.
 */
final class FaultJson {

    private static final List<String> TARGETS = List.of("action", "tool", "upload", "download", "clearing");

    private FaultJson() {}

    static FaultPlan read(Map<String, @Nullable Object> json) {
        JsonKeys keys = new JsonKeys(json);
        FaultTarget target = target(keys);
        FaultScope scope = scope(keys);
        FaultEffect effect = EffectJson.read(target, keys);
        keys.requireNoMore();
        return new FaultPlan(target, scope, effect);
    }

    private static FaultTarget target(JsonKeys keys) {
        List<String> given = TARGETS.stream().filter(keys::has).toList();
        if (given.size() != 1) {
            throw new IllegalArgumentException("A fault names exactly one of " + String.join(", ", TARGETS)
                    + (given.isEmpty()
                            ? "."
                            : ", and this one names " + String.join(", ", new TreeSet<>(given)) + "."));
        }
        String kind = given.get(0);
        for (FaultTarget.Kind known : FaultTarget.Kind.values()) {
            if (known.word().equals(kind)) {
                return new FaultTarget(known, keys.text(kind));
            }
        }
        throw new IllegalStateException(kind);
    }

    private static FaultScope scope(JsonKeys keys) {
        FaultScope scope = FaultScope.ALL;
        scope = keys.has("context") ? scope.context(keys.text("context")) : scope;
        scope = keys.has("path") ? scope.path(keys.text("path")) : scope;
        scope = keys.has("after") ? scope.after(keys.whole("after")) : scope;
        scope = keys.has("times") ? scope.times(keys.whole("times")) : scope;
        return keys.has("probability") ? scope.sometimes(keys.number("probability")) : scope;
    }

    static Map<String, Object> write(ArmedFault fault) {
        FaultScope scope = fault.plan().scope();
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("id", fault.id());
        json.put(fault.plan().target().kind().word(), fault.plan().target().name());
        if (scope.context() != null) {
            json.put("context", scope.context());
        }
        if (scope.path() != null) {
            json.put("path", scope.path().text());
        }
        putUnless(json, "after", scope.after(), 0);
        putUnless(json, "times", scope.times(), 0);
        putUnless(json, "probability", scope.probability(), 1.0);
        json.putAll(EffectJson.write(fault.plan().effect()));
        json.put("text", fault.view().text());
        json.put("passed", fault.view().passed());
        json.put("struck", fault.view().struck());
        return json;
    }

    private static void putUnless(Map<String, Object> json, String name, Number value, Number usual) {
        if (!value.equals(usual)) {
            json.put(name, value);
        }
    }
}
