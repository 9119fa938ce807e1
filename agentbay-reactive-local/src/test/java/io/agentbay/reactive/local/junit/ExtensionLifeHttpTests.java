package io.agentbay.reactive.local.junit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectClass;

import io.agentbay.reactive.AgentBayClient;
import io.agentbay.reactive.local.AgentBayLocal;
import io.agentbay.reactive.local.LocalClock;
import io.agentbay.reactive.local.LocalOptions;
import io.agentbay.reactive.local.fault.CallFault;
import io.agentbay.reactive.local.fault.Faults;
import io.agentbay.reactive.local.junit.AgentBayLocalTest.Life;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.platform.engine.TestExecutionResult;
import org.junit.platform.launcher.LauncherDiscoveryRequest;
import org.junit.platform.launcher.LauncherSession;
import org.junit.platform.launcher.TestExecutionListener;
import org.junit.platform.launcher.TestIdentifier;
import org.junit.platform.launcher.core.LauncherDiscoveryRequestBuilder;
import org.junit.platform.launcher.core.LauncherFactory;

/** Which tests share a service, and what wrong uses are told. */
class ExtensionLifeHttpTests {

    /** A class that uses the extension wrongly runs in a launcher of its own. */
    @Test
    void wrongUsesAreToldWhatToDo() {
        assertThat(failureOf(WantsAPartThatIsNone.class))
                .contains("has no CallFault to give; it gives AgentBayClient, AgentBayLocal, Faults and LocalClock");
        assertThat(failureOf(WantsAServiceForAll.class)).contains("@AgentBayLocalTest(life = CLASS)");
        assertThat(failureOf(WantsAServiceForItsInstance.class)).contains("@AgentBayLocalTest(life = CLASS)");
    }

    private static String failureOf(Class<?> test) {
        StringBuilder failures = new StringBuilder();
        LauncherDiscoveryRequest request = LauncherDiscoveryRequestBuilder.request()
                .selectors(selectClass(test))
                .configurationParameter("junit.jupiter.conditions.deactivate", "*")
                .configurationParameter("junit.jupiter.execution.parallel.enabled", "false")
                .build();
        try (LauncherSession session = LauncherFactory.openSession()) {
            session.getLauncher().execute(request, new TestExecutionListener() {
                @Override
                public void executionFinished(TestIdentifier identifier, TestExecutionResult result) {
                    result.getThrowable().ifPresent(failures::append);
                }
            });
        }
        return failures.toString();
    }

    @AgentBayLocalTest
    static class WantsAPartThatIsNone {
        @Test
        void test(CallFault fault) {}
    }

    @AgentBayLocalTest
    static class WantsAServiceForAll {
        @BeforeAll
        static void prepare(AgentBayLocal local) {}

        @Test
        void test() {}
    }

    @AgentBayLocalTest
    @TestInstance(TestInstance.Lifecycle.PER_CLASS)
    static class WantsAServiceForItsInstance {
        WantsAServiceForItsInstance(AgentBayLocal local) {}

        @Test
        void test() {}
    }

    /** One service for the class and what is nested in it. */
    @Nested
    @AgentBayLocalTest(life = Life.CLASS, options = TwoKeys.class)
    @TestInstance(TestInstance.Lifecycle.PER_CLASS)
    class OneServiceForAClass {

        private AgentBayLocal first;

        @BeforeAll
        void prepare(AgentBayLocal local, AgentBayClient client) {
            first = local;
            client.contexts().getOrCreate("of all").block();
        }

        @RepeatedTest(2)
        void testsShareItAndItsData(AgentBayLocal local, AgentBayClient client, Faults faults) {
            assertThat(local).isSameAs(first);
            assertThat(local.apiKey()).isEqualTo("akm-first-0001");
            assertThat(faults.armed()).isEmpty();
            assertThat(client.contexts().get("of all").block()).isNotNull();
            faults.on("GetLink").garbage();
        }

        @Nested
        class AndItsNestedClass {
            @Test
            void toShare(AgentBayLocal local, Faults faults) {
                assertThat(local).isSameAs(first);
                assertThat(faults.armed()).isEmpty();
            }
        }
    }

    /** How the service of the class above runs. */
    static final class TwoKeys implements Supplier<LocalOptions> {
        @Override
        public LocalOptions get() {
            return LocalOptions.defaults().apiKey("akm-first-0001").apiKey("akm-second-0002");
        }
    }

    /** A nested class inherits the annotation around it, and tests side by side have services of their own. */
    @Nested
    @AgentBayLocalTest
    @Execution(ExecutionMode.CONCURRENT)
    class OneServiceForATest {

        private final Set<AgentBayLocal> seen = SEEN;
        private final AgentBayLocal ofTheConstructor;

        OneServiceForATest(AgentBayLocal local) {
            this.ofTheConstructor = local;
        }

        @RepeatedTest(3)
        @Execution(ExecutionMode.CONCURRENT)
        void eachHasItsOwn(AgentBayLocal local, LocalClock clock) {
            assertThat(local).isSameAs(ofTheConstructor);
            assertThat(local.clock()).isSameAs(clock);
            assertThat(seen.add(local)).isTrue();
        }

        @Nested
        class AndInItsNestedClass {

            private AgentBayLocal before;

            @BeforeEach
            void remember(AgentBayLocal local) {
                before = local;
            }

            @RepeatedTest(2)
            void eachHasItsOwnToo(AgentBayLocal local) {
                assertThat(local).isSameAs(before);
                assertThat(seen.add(local)).isTrue();
            }
        }
    }

    private static final Set<AgentBayLocal> SEEN = ConcurrentHashMap.newKeySet();
}
