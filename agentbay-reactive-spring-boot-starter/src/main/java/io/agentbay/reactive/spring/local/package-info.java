/** AgentBay itself embedded in the application, for development and tests without a key. */
@NullMarked
package io.agentbay.reactive.spring.local;

import org.jspecify.annotations.NullMarked;
