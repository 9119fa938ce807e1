package io.agentbay.reactive.internal.sync;

/** What the syncs of one session work with. */
record MountTools(
        SessionParts parts,
        DefaultSyncRounds rounds,
        Looks looks,
        Levels levels,
        UnchangedCheck unchanged,
        UnsavedWrites writes,
        KnownListings listings) {}
