package io.agentbay.reactive.local.core;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The fields of one request, read by name; an empty value counts as absent. */
final class Fields {

    private final ServiceRequest request;

    Fields(ServiceRequest request) {
        this.request = request;
    }

    String tenant() {
        return request.tenant();
    }

    Optional<String> find(String name) {
        return Optional.ofNullable(request.fields().get(name)).filter(value -> !value.isEmpty());
    }

    String get(String name) {
        return find(name).orElseThrow(() -> ServiceError.missing(name));
    }

    boolean flag(String name) {
        return find(name).filter("true"::equalsIgnoreCase).isPresent();
    }

    int positive(String name, int otherwise) {
        Optional<String> given = find(name);
        if (given.isEmpty()) {
            return otherwise;
        }
        try {
            int value = Integer.parseInt(given.get());
            if (value > 0) {
                return value;
            }
        } catch (NumberFormatException notANumber) {
            throw ServiceError.invalid(name, "is not a number");
        }
        throw ServiceError.invalid(name, "must be positive");
    }

    /** A list flattened as {@code Name.1}, {@code Name.2}. */
    List<String> list(String name) {
        List<String> values = new ArrayList<>();
        for (int i = 1; find(name + "." + i).isPresent(); i++) {
            values.add(get(name + "." + i));
        }
        return values;
    }

    /** A JSON object of strings, empty if absent. */
    Map<String, String> strings(String name) {
        Map<String, String> values = new LinkedHashMap<>();
        find(name).ifPresent(json -> Json.object(name, json).forEach((k, v) -> values.put(k, String.valueOf(v))));
        return values;
    }
}
