package io.agentbay.reactive.local.junit;

import io.agentbay.reactive.local.LocalOptions;
import java.util.Optional;
import java.util.function.Supplier;
import org.junit.jupiter.api.extension.ExtensionConfigurationException;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.platform.commons.support.AnnotationSupport;
import org.junit.platform.commons.support.ReflectionSupport;

/** The class that carries the annotation for a test, which is the test's own or one around it. */
record TestClass(ExtensionContext context, AgentBayLocalTest annotation) {

    static TestClass of(ExtensionContext test) {
        Optional<ExtensionContext> at = Optional.of(test);
        while (at.isPresent()) {
            Optional<AgentBayLocalTest> annotation = annotationOf(at.get());
            if (annotation.isPresent()) {
                return new TestClass(at.get(), annotation.get());
            }
            at = at.get().getParent();
        }
        throw new ExtensionConfigurationException("@AgentBayLocalTest stands on no class around "
                + test.getDisplayName() + "; put the annotation on the class, instead of naming its extension.");
    }

    /** That of a class itself, not of the method whose context this may be. */
    private static Optional<AgentBayLocalTest> annotationOf(ExtensionContext context) {
        return context.getTestMethod().isPresent()
                ? Optional.empty()
                : AnnotationSupport.findAnnotation(context.getTestClass(), AgentBayLocalTest.class);
    }

    AgentBayLocalTest.Life life() {
        return annotation.life();
    }

    LocalOptions options() {
        Supplier<LocalOptions> supplier = ReflectionSupport.newInstance(annotation.options());
        return supplier.get();
    }
}
