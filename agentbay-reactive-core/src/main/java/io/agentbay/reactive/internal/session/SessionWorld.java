package io.agentbay.reactive.internal.session;

import io.agentbay.reactive.common.ContextId;
import io.agentbay.reactive.config.Timeouts;
import io.agentbay.reactive.internal.event.Operations;
import io.agentbay.reactive.internal.json.JsonCodec;
import io.agentbay.reactive.internal.runtime.ClientRuntime;
import io.agentbay.reactive.internal.sync.SessionSync;
import io.agentbay.reactive.internal.wire.SessionWire;
import io.agentbay.reactive.internal.wire.SyncWire;
import io.agentbay.reactive.internal.wire.ToolWire;
import io.agentbay.reactive.observability.OperationMeters;
import java.util.function.Predicate;

/**
 * What the sessions of one client are built on.
 *
 * @param json for the text of policies
 * @param honoursPatterns whether the service is an embedded one, as far as is known: it honours patterns in policies, and
 *     every path of its sessions is writable
 * @param isStore whether a context is known to hold snapshots, so that it must not be mounted
 */
public record SessionWorld(
        ClientRuntime runtime,
        SessionWire sessions,
        SyncWire mounts,
        ToolWire tools,
        SessionSync.Factory syncs,
        SessionParts.Factory parts,
        Operations operations,
        OperationMeters meters,
        Timeouts timeouts,
        JsonCodec json,
        boolean honoursPatterns,
        Predicate<ContextId> isStore) {}
