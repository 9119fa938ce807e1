package io.agentbay.reactive.internal.file;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/**
 * CRC-64 as the store computes it over an object ({@code x-oss-hash-crc64ecma}): ECMA-182, reflected. Eight bytes at a
 * time, so that a check costs little beside the network; used by one thread at a time.
 */
final class Crc64 {

    static final String HEADER = "x-oss-hash-crc64ecma";

    private static final long POLYNOMIAL = 0xC96C5795D7870F42L;
    private static final long[][] TABLES = tables();

    private long rest = ~0L;

    /** Adds the remaining bytes and leaves the buffer as it was. */
    void add(ByteBuffer bytes) {
        var buffer = bytes.duplicate().order(ByteOrder.LITTLE_ENDIAN);
        while (buffer.remaining() >= Long.BYTES) {
            rest = eight(rest ^ buffer.getLong());
        }
        while (buffer.hasRemaining()) {
            rest = TABLES[0][(int) (rest ^ buffer.get()) & 0xFF] ^ (rest >>> 8);
        }
    }

    private static long eight(long word) {
        return TABLES[7][(int) word & 0xFF]
                ^ TABLES[6][(int) (word >>> 8) & 0xFF]
                ^ TABLES[5][(int) (word >>> 16) & 0xFF]
                ^ TABLES[4][(int) (word >>> 24) & 0xFF]
                ^ TABLES[3][(int) (word >>> 32) & 0xFF]
                ^ TABLES[2][(int) (word >>> 40) & 0xFF]
                ^ TABLES[1][(int) (word >>> 48) & 0xFF]
                ^ TABLES[0][(int) (word >>> 56)];
    }

    /** The sum of all that was added, as the store writes it. */
    String value() {
        return Long.toUnsignedString(~rest);
    }

    private static long[][] tables() {
        var tables = new long[Long.BYTES][256];
        for (int index = 0; index < 256; index++) {
            long sum = index;
            for (int bit = 0; bit < Byte.SIZE; bit++) {
                sum = (sum & 1) == 0 ? sum >>> 1 : (sum >>> 1) ^ POLYNOMIAL;
            }
            tables[0][index] = sum;
        }
        for (int table = 1; table < Long.BYTES; table++) {
            for (int index = 0; index < 256; index++) {
                long before = tables[table - 1][index];
                tables[table][index] = tables[0][(int) before & 0xFF] ^ (before >>> 8);
            }
        }
        return tables;
    }
}
