package io.agentbay.reactive.local.junit;

import io.agentbay.reactive.local.LocalOptions;
import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Inherited;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import java.util.function.Supplier;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * Gives each test, or each class, an embedded AgentBay service of its own, on a fresh data directory that is deleted
 * afterwards.
 *
 * <p>Tests, their constructors, {@code @BeforeEach} and {@code @AfterEach} methods may take as parameters {@code
 * AgentBayClient}, {@code AgentBayLocal}, {@code Faults} and {@code LocalClock}, all of that one service; it is started
 * by the first that asks. After a test its faults are cleared; a session the client still could not save when the
 * service is closed is no failure of the test. {@code @Nested} classes inherit all of it.
 *
 * <p>Services share nothing, so tests with services of their own may run in parallel.
 */
@Documented
@Inherited
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.TYPE)
@ExtendWith(AgentBayLocalExtension.class)
public @interface AgentBayLocalTest {

    /** How long a service lives; each test has its own when not said. */
    Life life() default Life.TEST;

    /** How the service runs: a class with a constructor without parameters; {@link LocalOptions#defaults()} when not said. */
    Class<? extends Supplier<LocalOptions>> options() default DefaultOptions.class;

    /** How long a service lives. */
    enum Life {
        /** One test. */
        TEST,

        /**
         * All tests of the class, {@code @Nested} ones included; what one leaves there the next finds, except faults and
         * the journal. Then {@code @BeforeAll} and {@code @AfterAll} methods may take parameters too. Tests of such a class
         * that run at the same time share their faults.
         */
        CLASS
    }

    /** Runs with the defaults. */
    final class DefaultOptions implements Supplier<LocalOptions> {

        /** For the extension. */
        public DefaultOptions() {}

        @Override
        public LocalOptions get() {
            return LocalOptions.defaults();
        }
    }
}
