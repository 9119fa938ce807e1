package io.agentbay.reactive.checks;

import io.netty.buffer.UnpooledByteBufAllocator;
import java.util.List;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;

/**
 * Fails the test class after which a leaked buffer or a dropped error is found, and the run when one is found at its
 * end.
 *
 * <p>A leak shows only once the collector has run, so the class that fails may be a later one than the culprit; the
 * report names where the buffer was touched.
 */
public final class Gate implements BeforeAllCallback, AfterAllCallback {

    @Override
    public void beforeAll(ExtensionContext context) {
        context.getRoot().getStore(Namespace.create(Gate.class)).computeIfAbsent(AtTheEnd.class);
    }

    @Override
    public void afterAll(ExtensionContext context) {
        if (context.getRequiredTestClass().getSimpleName().endsWith("HttpTests")) {
            provoke();
        }
        judge(Findings.take());
    }

    /** Leaks are reported when the next buffer is made after a collection. */
    static void provoke() {
        System.gc();
        UnpooledByteBufAllocator.DEFAULT.buffer(1).release();
    }

    private static void judge(List<String> findings) {
        if (!findings.isEmpty()) {
            throw new AssertionError(String.join(System.lineSeparator(), findings));
        }
    }

    /** Closed by JUnit when the last test is over. */
    static final class AtTheEnd implements AutoCloseable {
        @Override
        public void close() {
            provoke();
            provoke();
            judge(Findings.take());
        }
    }
}
