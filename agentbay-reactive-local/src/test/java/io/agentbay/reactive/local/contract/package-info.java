/** What this client relies on in any AgentBay service, as tests that run against the embedded and the real one. */
@NullMarked
package io.agentbay.reactive.local.contract;

import org.jspecify.annotations.NullMarked;
