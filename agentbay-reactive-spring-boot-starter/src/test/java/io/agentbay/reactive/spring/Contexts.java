package io.agentbay.reactive.spring;

import io.agentbay.reactive.spring.actuate.AgentBayEndpointAutoConfiguration;
import io.agentbay.reactive.spring.client.AgentBayClientAutoConfiguration;
import io.agentbay.reactive.spring.health.AgentBayHealthAutoConfiguration;
import io.agentbay.reactive.spring.lifecycle.AgentBayLifecycleAutoConfiguration;
import io.agentbay.reactive.spring.local.AgentBayLocalAutoConfiguration;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.autoconfigure.ssl.SslAutoConfiguration;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;

/** Application contexts with all that the starter configures, and nothing else unless a test adds it. */
public final class Contexts {

    /** A key that looks like one. */
    public static final String KEY = "akm-0123456789-of-a-test";

    private Contexts() {}

    /** Returns a runner without any property. */
    public static ApplicationContextRunner bare() {
        return new ApplicationContextRunner()
                .withConfiguration(AutoConfigurations.of(
                        SslAutoConfiguration.class,
                        AgentBayClientAutoConfiguration.class,
                        AgentBayLocalAutoConfiguration.class,
                        AgentBayLifecycleAutoConfiguration.class,
                        AgentBayHealthAutoConfiguration.class,
                        AgentBayEndpointAutoConfiguration.class));
    }

    /** Returns a runner that knows a key. */
    public static ApplicationContextRunner keyed() {
        return bare().withPropertyValues("agentbay.api-key=" + KEY);
    }

    /** Returns a runner that embeds the service. */
    public static ApplicationContextRunner embedded() {
        return bare().withPropertyValues("agentbay.local.enabled=true");
    }
}
