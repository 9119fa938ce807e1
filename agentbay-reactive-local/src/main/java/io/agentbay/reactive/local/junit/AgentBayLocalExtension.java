package io.agentbay.reactive.local.junit;

import io.agentbay.reactive.AgentBayClient;
import io.agentbay.reactive.local.AgentBayLocal;
import io.agentbay.reactive.local.LocalClock;
import io.agentbay.reactive.local.fault.Faults;
import java.util.Map;
import java.util.function.Function;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolutionException;
import org.junit.jupiter.api.extension.ParameterResolver;

/** Resolves the parameters {@link AgentBayLocalTest} promises; a service lives in the store of what it belongs to. */
final class AgentBayLocalExtension implements ParameterResolver, AfterEachCallback {

    private static final Namespace NAMESPACE = Namespace.create(AgentBayLocalExtension.class);
    private static final String OURS = "io.agentbay.reactive.local";

    private static final Map<Class<?>, Function<AgentBayLocal, Object>> PARTS = Map.of(
            AgentBayLocal.class, local -> local,
            AgentBayClient.class, AgentBayLocal::client,
            Faults.class, AgentBayLocal::faults,
            LocalClock.class, AgentBayLocal::clock);

    /** Takes the other types of the service too, to say what is wrong with them. */
    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext test) {
        Class<?> type = parameter.getParameter().getType();
        return PARTS.containsKey(type)
                || type.getPackageName().startsWith(OURS)
                        && type != test.getTestClass().orElse(null);
    }

    /** A constructor belongs to its test where each test has an instance. */
    @Override
    public ExtensionContextScope getTestInstantiationExtensionContextScope(ExtensionContext root) {
        return ExtensionContextScope.TEST_METHOD;
    }

    @Override
    public Object resolveParameter(ParameterContext parameter, ExtensionContext test) {
        Class<?> type = parameter.getParameter().getType();
        Function<AgentBayLocal, Object> part = PARTS.get(type);
        if (part == null) {
            throw new ParameterResolutionException("@AgentBayLocalTest has no " + type.getSimpleName()
                    + " to give; it gives AgentBayClient, AgentBayLocal, Faults and LocalClock.");
        }
        return part.apply(service(owner(test)).local());
    }

    /** The test or the class a service belongs to. */
    private static ExtensionContext owner(ExtensionContext test) {
        TestClass annotated = TestClass.of(test);
        if (annotated.life() == AgentBayLocalTest.Life.CLASS) {
            return annotated.context();
        }
        if (test.getTestMethod().isEmpty()) {
            throw new ParameterResolutionException(
                    "Each test has a service of its own, so that @BeforeAll, @AfterAll and"
                            + " an instance for the whole class have none to share; say @AgentBayLocalTest(life = CLASS) for one.");
        }
        return test;
    }

    private static ServiceOfTests service(ExtensionContext owner) {
        return owner.getStore(NAMESPACE)
                .computeIfAbsent(ServiceOfTests.class, type -> started(owner), ServiceOfTests.class);
    }

    private static ServiceOfTests started(ExtensionContext owner) {
        ServiceOfTests service = ServiceOfTests.start(TestClass.of(owner).options());
        owner.publishReportEntry("agentbay.local.started.millis", Long.toString(service.startMillis()));
        return service;
    }

    /** The next test of a class finds no fault and no journal of this one. */
    @Override
    public void afterEach(ExtensionContext test) {
        TestClass annotated = TestClass.of(test);
        ServiceOfTests service =
                annotated.context().getStore(NAMESPACE).get(ServiceOfTests.class, ServiceOfTests.class);
        if (annotated.life() == AgentBayLocalTest.Life.CLASS && service != null) {
            service.local().reset();
        }
    }
}
