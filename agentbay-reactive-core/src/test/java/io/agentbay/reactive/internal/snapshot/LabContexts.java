package io.agentbay.reactive.internal.snapshot;

import io.agentbay.reactive.common.ContextId;
import io.agentbay.reactive.context.AgentBayContext;
import io.agentbay.reactive.context.ContextOperations;
import java.lang.reflect.Proxy;
import reactor.core.publisher.Mono;

/** Finds every context asked for by name. */
final class LabContexts {

    private LabContexts() {}

    static ContextOperations any() {
        return (ContextOperations) Proxy.newProxyInstance(
                LabContexts.class.getClassLoader(),
                new Class<?>[] {ContextOperations.class},
                (proxy, method, given) -> {
                    if (method.getName().equals("getOrCreate")
                            || method.getName().equals("find")) {
                        return Mono.just(new AgentBayContext(
                                ContextId.of("store"),
                                (String) given[0],
                                AgentBayContext.State.AVAILABLE,
                                null,
                                null,
                                null));
                    }
                    throw new UnsupportedOperationException(method.getName());
                });
    }
}
