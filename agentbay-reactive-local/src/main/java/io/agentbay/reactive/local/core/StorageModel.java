package io.agentbay.reactive.local.core;

import java.time.Duration;

/**
 * How the store behaves: an object storage without directories, rename or compare-and-set.
 *
 * @param keys what a key holds of a file's path; default the whole path, so that a context mounted elsewhere shows other files
 * @param listingLag how long a listing misses a put or a delete; reading by key never lags; default none
 * @param deletes which objects an upload deletes where its policy says so; default all that the session does not hold
 * @param emptyDirectories whether an empty directory outlives its session; default no
 * @param pagesShift whether a page token is a plain offset, so that a delete between two pages hides an entry; default no
 * @param urlsValidFor how long a signed address works; default one hour
 * @param clearing how long a context is clearing; default 50 ms
 * @param whileClearing what becomes of a write meanwhile; default it is accepted, and gone when the clear ends
 */
public record StorageModel(
        Keys keys,
        Duration listingLag,
        Deletes deletes,
        boolean emptyDirectories,
        boolean pagesShift,
        Duration urlsValidFor,
        Duration clearing,
        WhileClearing whileClearing) {

    /** What a key holds of a path. */
    public enum Keys {
        /** The path in the session. */
        ABSOLUTE,
        /** The path below the mount. */
        RELATIVE
    }

    /** Which objects an upload deletes. */
    public enum Deletes {
        /** All below the mount that the session does not hold, even those that were never downloaded. */
        MIRROR,
        /** Only those this session had downloaded or uploaded before. */
        KNOWN,
        /** None. */
        NEVER
    }

    /** What becomes of a write to a context that is being cleared. */
    public enum WhileClearing {
        /** Accepted, and cleared with the rest. */
        LOSE,
        /** Refused, as is mounting the context. */
        REFUSE
    }

    /** The weaker world. */
    public static StorageModel defaults() {
        return new StorageModel(
                Keys.ABSOLUTE,
                Duration.ZERO,
                Deletes.MIRROR,
                false,
                false,
                Duration.ofHours(1),
                Duration.ofMillis(50),
                WhileClearing.LOSE);
    }

    /** The same with another keys. */
    public StorageModel keys(Keys value) {
        return new StorageModel(
                value, listingLag, deletes, emptyDirectories, pagesShift, urlsValidFor, clearing, whileClearing);
    }

    /** The same with another listingLag. */
    public StorageModel listingLag(Duration value) {
        return new StorageModel(
                keys, value, deletes, emptyDirectories, pagesShift, urlsValidFor, clearing, whileClearing);
    }

    /** The same with another deletes. */
    public StorageModel deletes(Deletes value) {
        return new StorageModel(
                keys, listingLag, value, emptyDirectories, pagesShift, urlsValidFor, clearing, whileClearing);
    }

    /** The same with another emptyDirectories. */
    public StorageModel emptyDirectories(boolean value) {
        return new StorageModel(keys, listingLag, deletes, value, pagesShift, urlsValidFor, clearing, whileClearing);
    }

    /** The same with another pagesShift. */
    public StorageModel pagesShift(boolean value) {
        return new StorageModel(
                keys, listingLag, deletes, emptyDirectories, value, urlsValidFor, clearing, whileClearing);
    }

    /** The same with another urlsValidFor. */
    public StorageModel urlsValidFor(Duration value) {
        return new StorageModel(
                keys, listingLag, deletes, emptyDirectories, pagesShift, value, clearing, whileClearing);
    }

    /** The same with another clearing. */
    public StorageModel clearing(Duration value) {
        return new StorageModel(
                keys, listingLag, deletes, emptyDirectories, pagesShift, urlsValidFor, value, whileClearing);
    }

    /** The same with another whileClearing. */
    public StorageModel whileClearing(WhileClearing value) {
        return new StorageModel(keys, listingLag, deletes, emptyDirectories, pagesShift, urlsValidFor, clearing, value);
    }
}
