package io.agentbay.reactive.snapshot;

/** How much of what is stored a verification reads back. Immutable. */
public final class Depth {

    private static final Depth STRUCTURE = new Depth(0);
    private static final Depth FULL = new Depth(1);

    private final double share;

    private Depth(double share) {
        this.share = share;
    }

    /** Manifests are read and hashed; each object they name is listed with its size. Finds what is lost or cut. */
    public static Depth structure() {
        return STRUCTURE;
    }

    /**
     * As {@link #structure}, and a random share of the objects, at least one, is read and hashed.
     *
     * @param share more than 0 and less than 1
     */
    public static Depth sample(double share) {
        if (!(share > 0 && share < 1)) {
            throw new IllegalArgumentException("share must be more than 0 and less than 1, but was " + share);
        }
        return new Depth(share);
    }

    /** As {@link #structure}, and every object is read, and every file in it hashed. Finds every wrong byte. */
    public static Depth full() {
        return FULL;
    }

    /** The share of objects read back: 0 for {@link #structure}, 1 for {@link #full}. */
    public double share() {
        return share;
    }

    /** Says which it is. */
    @Override
    public String toString() {
        return share == 0 ? "STRUCTURE" : share == 1 ? "FULL" : "SAMPLE(" + share + ")";
    }
}
