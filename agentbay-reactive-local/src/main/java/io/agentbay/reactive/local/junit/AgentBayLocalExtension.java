package io.agentbay.reactive.local.junit;

import io.agentbay.reactive.AgentBayClient;
import io.agentbay.reactive.local.AgentBayLocal;
import io.agentbay.reactive.local.LocalClock;
import io.agentbay.reactive.local.fault.Faults;
import java.util.Map;
import java.util.function.Function;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolutionException;
import org.junit.jupiter.api.extension.ParameterResolver;

/** Resolves the parameters {@link AgentBayLocalTest} promises; the service lives in the store of the test's method. */
final class AgentBayLocalExtension implements ParameterResolver {

    private static final Namespace NAMESPACE = Namespace.create(AgentBayLocalExtension.class);

    private static final Map<Class<?>, Function<AgentBayLocal, Object>> PARTS = Map.of(
            AgentBayLocal.class, local -> local,
            AgentBayClient.class, AgentBayLocal::client,
            Faults.class, AgentBayLocal::faults,
            LocalClock.class, AgentBayLocal::clock);

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext test) {
        return PARTS.containsKey(parameter.getParameter().getType());
    }

    @Override
    public Object resolveParameter(ParameterContext parameter, ExtensionContext test) {
        Function<AgentBayLocal, Object> part =
                PARTS.get(parameter.getParameter().getType());
        if (part == null || test.getTestMethod().isEmpty()) {
            throw new ParameterResolutionException(
                    "Each test has a service of its own; constructors and @BeforeAll methods have none to share.");
        }
        return part.apply(service(test).local());
    }

    private static ServiceOfOneTest service(ExtensionContext test) {
        return test.getStore(NAMESPACE)
                .computeIfAbsent(ServiceOfOneTest.class, type -> ServiceOfOneTest.start(), ServiceOfOneTest.class);
    }
}
