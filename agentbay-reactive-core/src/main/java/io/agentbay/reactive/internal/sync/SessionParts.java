package io.agentbay.reactive.internal.sync;

import io.agentbay.reactive.internal.runtime.ClientRuntime;
import io.agentbay.reactive.internal.wire.SyncWire;
import java.time.Duration;

/** What all keys of one session share. */
record SessionParts(ClientRuntime runtime, SyncWire wire, String sessionId, PollLoop loop, Duration idleLimit) {}
