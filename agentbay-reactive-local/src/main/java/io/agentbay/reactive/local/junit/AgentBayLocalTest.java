package io.agentbay.reactive.local.junit;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Inherited;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * Gives each test an embedded AgentBay service of its own, on a fresh data directory that is deleted afterwards.
 *
 * <p>Tests and their {@code @BeforeEach} methods may take as parameters {@code AgentBayClient}, {@code AgentBayLocal},
 * {@code Faults} and {@code LocalClock}, all of that one service; it is started by the first of them. After a test its
 * faults are cleared and the service is closed; a session the client still could not save then is no failure of the test.
 */
@Documented
@Inherited
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.TYPE)
@ExtendWith(AgentBayLocalExtension.class)
public @interface AgentBayLocalTest {}
