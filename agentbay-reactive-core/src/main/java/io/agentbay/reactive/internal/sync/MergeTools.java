package io.agentbay.reactive.internal.sync;

import io.agentbay.reactive.internal.runtime.ClientRuntime;

/** What the merges of one session work with. */
record MergeTools(ClientRuntime runtime, MergeLook look, ContextStore store, MergeCheck check) {

    static MergeTools of(ClientRuntime runtime, Looks looks, ContextStore store, UnsavedWrites writes) {
        return new MergeTools(
                runtime, new MergeLook(looks, store, writes), store, new MergeCheck(looks, store, writes));
    }
}
