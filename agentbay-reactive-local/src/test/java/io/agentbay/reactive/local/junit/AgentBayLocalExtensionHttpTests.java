package io.agentbay.reactive.local.junit;

import static org.assertj.core.api.Assertions.assertThat;

import io.agentbay.reactive.local.AgentBayLocal;
import io.agentbay.reactive.local.LocalClock;
import io.agentbay.reactive.local.fault.Faults;
import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.RepeatedTest;

@AgentBayLocalTest
class AgentBayLocalExtensionHttpTests {

    private static final Set<AgentBayLocal> SEEN = new HashSet<>();

    private AgentBayLocal before;

    @BeforeEach
    void remember(AgentBayLocal local) {
        before = local;
    }

    @RepeatedTest(2)
    void eachTestHasOneServiceOfItsOwn(AgentBayLocal local, Faults faults, LocalClock clock) {
        assertThat(local).isSameAs(before);
        assertThat(local.faults()).isSameAs(faults);
        assertThat(local.clock()).isSameAs(clock);
        assertThat(local.requests()).isEmpty();
        assertThat(SEEN.add(local)).isTrue();
    }
}
