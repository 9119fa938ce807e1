package io.agentbay.reactive.internal.snapshot;

/** Guesses from a look at its beginning whether content is packed already. */
final class Density {

    private static final int LOOK = 4096;
    private static final int VALUES = 256;

    /** Bits of a byte; text needs five or six, noise of this length more than 7.8. */
    private static final double DENSE = 7.5;

    /** Of fewer bytes the number of different ones says nothing. */
    private static final int FEW = 1024;

    private Density() {}

    /** Whether the bytes are spread as evenly as in media or in what is compressed. */
    static boolean isDense(byte[] bytes) {
        var length = Math.min(bytes.length, LOOK);
        return length >= FEW && entropy(counts(bytes, length), length) > DENSE;
    }

    private static int[] counts(byte[] bytes, int length) {
        var counts = new int[VALUES];
        for (int index = 0; index < length; index++) {
            counts[Byte.toUnsignedInt(bytes[index])]++;
        }
        return counts;
    }

    private static double entropy(int[] counts, int length) {
        var bits = 0.0;
        for (int count : counts) {
            if (count > 0) {
                var share = (double) count / length;
                bits -= share * Math.log(share);
            }
        }
        return bits / Math.log(2);
    }
}
