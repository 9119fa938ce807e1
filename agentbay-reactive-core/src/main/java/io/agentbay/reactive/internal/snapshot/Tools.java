package io.agentbay.reactive.internal.snapshot;

import io.agentbay.reactive.internal.json.JsonCodec;
import io.agentbay.reactive.internal.runtime.ClientRuntime;
import io.agentbay.reactive.internal.snapshot.format.CatalogName;
import io.agentbay.reactive.internal.snapshot.format.ManifestCodec;
import io.agentbay.reactive.internal.snapshot.format.MarkCodec;
import io.agentbay.reactive.internal.snapshot.format.ObjectNames;

/**
 * What everything here needs.
 *
 * @param runtime the outside world
 * @param manifests manifests to bytes
 * @param marks marks to bytes
 */
record Tools(ClientRuntime runtime, ManifestCodec manifests, MarkCodec marks) {

    static Tools of(ClientRuntime runtime, JsonCodec json) {
        return new Tools(runtime, new ManifestCodec(json), new MarkCodec(json));
    }

    /** An id nobody used yet. */
    String newId() {
        return CatalogName.id(runtime.clock().instant(), runtime.random().nextLong());
    }

    String newRun() {
        return ObjectNames.random(runtime.random().nextLong());
    }
}
