package io.agentbay.reactive.checks.browser;

import java.util.List;
import org.junit.jupiter.api.extension.AfterTestExecutionCallback;
import org.junit.jupiter.api.extension.ConditionEvaluationResult;
import org.junit.jupiter.api.extension.ExecutionCondition;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolutionException;
import org.junit.jupiter.api.extension.ParameterResolver;

/** Keeps what {@link BrowserTest} promises. Chromium lives as long as the outermost class, a tab as long as its test. */
final class BrowserExtension implements ExecutionCondition, ParameterResolver, AfterTestExecutionCallback {

    private static final Namespace NAMESPACE = Namespace.create(BrowserExtension.class);

    @Override
    public ConditionEvaluationResult evaluateExecutionCondition(ExtensionContext context) {
        return Installed.missing()
                .map(ConditionEvaluationResult::disabled)
                .orElseGet(() -> ConditionEvaluationResult.enabled("Chromium and Node.js are installed"));
    }

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext test) {
        return parameter.getParameter().getType() == Tab.class;
    }

    @Override
    public Object resolveParameter(ParameterContext parameter, ExtensionContext test) {
        if (test.getTestMethod().isEmpty()) {
            throw new ParameterResolutionException(
                    "Each test has a tab of its own; constructors and @BeforeAll methods have none to share.");
        }
        return test.getStore(NAMESPACE)
                .computeIfAbsent(Tab.class, type -> chromium(test).tab(), Tab.class);
    }

    @Override
    public void afterTestExecution(ExtensionContext test) {
        Tab tab = test.getStore(NAMESPACE).get(Tab.class, Tab.class);
        if (tab == null || test.getExecutionException().isPresent()) {
            return;
        }
        List<String> complaints = tab.takeComplaints();
        if (!complaints.isEmpty()) {
            throw new AssertionError(
                    "The page complained:" + System.lineSeparator() + String.join(System.lineSeparator(), complaints));
        }
    }

    private static Chromium chromium(ExtensionContext test) {
        ExtensionContext outermost = test;
        for (ExtensionContext up = test;
                up.getTestClass().isPresent();
                up = up.getParent().orElseThrow()) {
            outermost = up;
        }
        return outermost.getStore(NAMESPACE).computeIfAbsent(Chromium.class, type -> Chromium.launch(), Chromium.class);
    }
}
