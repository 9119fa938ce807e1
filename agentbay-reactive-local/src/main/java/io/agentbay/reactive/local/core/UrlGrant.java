package io.agentbay.reactive.local.core;

import java.time.Instant;

/**
 * What a signed address allows.
 *
 * @param method {@code GET} or {@code PUT}
 * @param contextId the context
 * @param key the object's key, starting with {@code /}
 * @param expires when the address stops working, in whole seconds of the service's clock
 */
public record UrlGrant(String method, String contextId, String key, Instant expires) {}
