package io.agentbay.reactive.internal.snapshot;

import java.time.Duration;

/** How much goes at once, and how long things count as young. */
final class Limits {

    /** Small files read at once; each needs two exchanges one after the other, and is in memory whole. */
    static final int SMALL_AT_ONCE = 32;

    /** Objects of whole size in memory at once, on each side of their compression. */
    static final int OBJECTS_AT_ONCE = 2;

    /** Files written at once of each object that a restore reads; most of them wait for the disk or the service. */
    static final int WRITTEN_AT_ONCE = 16;

    /** Files of a target compared at once. */
    static final int FILES_AT_ONCE = 8;

    /** Manifests read at once. */
    static final int MANIFESTS_AT_ONCE = 2;

    /** Listings of the source before it counts as never quiet. */
    static final int ROUNDS = 3;

    /** Times a document is written under a new name when it cannot be read back. */
    static final int PUBLISHED = 3;

    /** Names of a kind in an error or in a snapshot. */
    static final int NAMED = 1_000;

    /** A later change within this time may bear the same time. */
    static final Duration RACY = Duration.ofSeconds(2);

    /** How long an object is marked before it is deleted, by the store's time. */
    static final Duration GRACE = Duration.ofHours(24);

    private Limits() {}
}
