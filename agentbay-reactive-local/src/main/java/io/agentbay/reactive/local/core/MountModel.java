package io.agentbay.reactive.local.core;

import java.time.Duration;

/**
 * How the policies of mounts are understood.
 *
 * @param patterns whether white lists know file name patterns; default yes, so that a selection by file type works here; the real service is documented to take exact paths only
 * @param unpacks which archives a download unpacks; default every zip file, as the policy says to the letter
 * @param restores where the archive of an archived mount is unpacked; default where it was packed, as official examples expect without asking for it
 * @param unpackedBytes the most bytes an archive may unpack to, or a mount may hold to be packed; default 8 GiB
 * @param unpackedEntries the most entries of an archive; default 200,000
 * @param recycleCounts since when the life of a stored file is counted; default since its key was first put
 * @param recycleEvery how often the store looks for files whose life is over; default every hour
 * @param boundAfter how long a bind is missing from the mounts a session describes; default 50 ms
 */
public record MountModel(
        Patterns patterns,
        Unpacks unpacks,
        Restores restores,
        long unpackedBytes,
        int unpackedEntries,
        RecycleCounts recycleCounts,
        Duration recycleEvery,
        Duration boundAfter) {

    /** What a white list makes of {@code *}. */
    public enum Patterns {
        /** A pattern. */
        UNDERSTOOD,
        /** A character of a file name, so that nothing matches. */
        LITERAL
    }

    /** Which archives a download unpacks. */
    public enum Unpacks {
        /** Every file named {@code .zip} that is one. */
        EVERY_ARCHIVE,
        /** Only those that archived mounts made. */
        OWN_ARCHIVES
    }

    /** Where the archive of an archived mount is unpacked. */
    public enum Restores {
        /** Where it was packed, whichever folder the policy names. */
        IN_PLACE,
        /** Where the policy says: by default into a folder named like the archive, one level deeper with every session. */
        AS_POLICY
    }

    /** Since when the life of a stored file is counted. */
    public enum RecycleCounts {
        /** Since its key was first put, even if its content was replaced yesterday. */
        FIRST_PUT,
        /** Since its content was put last. */
        LAST_PUT
    }

    /** The weaker world, apart from what would make a documented feature useless. */
    public static MountModel defaults() {
        return new MountModel(
                Patterns.UNDERSTOOD,
                Unpacks.EVERY_ARCHIVE,
                Restores.IN_PLACE,
                8L << 30,
                200_000,
                RecycleCounts.FIRST_PUT,
                Duration.ofHours(1),
                Duration.ofMillis(50));
    }

    /** The same with another patterns. */
    public MountModel patterns(Patterns value) {
        return new MountModel(
                value, unpacks, restores, unpackedBytes, unpackedEntries, recycleCounts, recycleEvery, boundAfter);
    }

    /** The same with another unpacks. */
    public MountModel unpacks(Unpacks value) {
        return new MountModel(
                patterns, value, restores, unpackedBytes, unpackedEntries, recycleCounts, recycleEvery, boundAfter);
    }

    /** The same with another restores. */
    public MountModel restores(Restores value) {
        return new MountModel(
                patterns, unpacks, value, unpackedBytes, unpackedEntries, recycleCounts, recycleEvery, boundAfter);
    }

    /** The same with another unpackedBytes. */
    public MountModel unpackedBytes(long value) {
        return new MountModel(
                patterns, unpacks, restores, value, unpackedEntries, recycleCounts, recycleEvery, boundAfter);
    }

    /** The same with another unpackedEntries. */
    public MountModel unpackedEntries(int value) {
        return new MountModel(
                patterns, unpacks, restores, unpackedBytes, value, recycleCounts, recycleEvery, boundAfter);
    }

    /** The same with another recycleCounts. */
    public MountModel recycleCounts(RecycleCounts value) {
        return new MountModel(
                patterns, unpacks, restores, unpackedBytes, unpackedEntries, value, recycleEvery, boundAfter);
    }

    /** The same with another recycleEvery. */
    public MountModel recycleEvery(Duration value) {
        return new MountModel(
                patterns, unpacks, restores, unpackedBytes, unpackedEntries, recycleCounts, value, boundAfter);
    }

    /** The same with another boundAfter. */
    public MountModel boundAfter(Duration value) {
        return new MountModel(
                patterns, unpacks, restores, unpackedBytes, unpackedEntries, recycleCounts, recycleEvery, value);
    }
}
