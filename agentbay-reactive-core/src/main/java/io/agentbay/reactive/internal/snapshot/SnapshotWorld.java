package io.agentbay.reactive.internal.snapshot;

import io.agentbay.reactive.common.ContextId;
import io.agentbay.reactive.context.ContextOperations;
import io.agentbay.reactive.file.FileStore;
import io.agentbay.reactive.internal.context.KnownStores;
import io.agentbay.reactive.internal.event.Operations;
import io.agentbay.reactive.internal.json.JsonCodec;
import io.agentbay.reactive.internal.runtime.ClientRuntime;
import java.util.function.Function;
import java.util.function.Predicate;

/**
 * What snapshots need of a client.
 *
 * @param runtime the outside world
 * @param operations where they tell of themselves
 * @param json how documents are written
 * @param contexts finds and makes stores
 * @param files the files of a context, whose single writes are no operations of their own
 * @param mounted whether a session of this client mounts a context now
 * @param archived whether a session of this client syncs a context as archives
 * @param known the stores this client knows
 */
public record SnapshotWorld(
        ClientRuntime runtime,
        Operations operations,
        JsonCodec json,
        ContextOperations contexts,
        Function<ContextId, FileStore> files,
        Predicate<ContextId> mounted,
        Predicate<ContextId> archived,
        KnownStores known) {}
