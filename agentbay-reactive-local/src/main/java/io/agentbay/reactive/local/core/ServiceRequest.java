package io.agentbay.reactive.local.core;

import java.util.Map;

/**
 * One call, already authenticated and decoded.
 *
 * @param tenant who calls: one opaque name per API key, never the key itself
 * @param action the action's name, such as {@code GetContext}
 * @param fields query and body merged; an empty value counts as absent
 */
public record ServiceRequest(String tenant, String action, Map<String, String> fields) {

    /** Copies the fields. */
    public ServiceRequest {
        fields = Map.copyOf(fields);
    }
}
