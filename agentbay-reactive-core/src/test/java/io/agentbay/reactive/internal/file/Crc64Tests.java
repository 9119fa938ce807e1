package io.agentbay.reactive.internal.file;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Random;
import org.junit.jupiter.api.Test;

class Crc64Tests {

    /** The published check value of CRC-64/XZ, which is the one of the store. */
    private static final String CHECK = Long.toUnsignedString(0x995DC9BBDF1939FAL);

    @Test
    void theCheckValueHoldsHoweverTheBytesComeInPieces() {
        var bytes = "123456789".getBytes(StandardCharsets.US_ASCII);
        for (int cut = 0; cut <= bytes.length; cut++) {
            var sum = new Crc64();
            var piece = ByteBuffer.wrap(bytes, 0, cut);
            sum.add(piece);
            sum.add(ByteBuffer.wrap(bytes, cut, bytes.length - cut));
            assertThat(sum.value()).isEqualTo(CHECK);
            assertThat(piece.remaining()).isEqualTo(cut);
        }
        assertThat(new Crc64().value()).isEqualTo("0");
    }

    @Test
    void eightBytesAtATimeIsTheSameAsOne() {
        var bytes = new byte[1001];
        new Random(1).nextBytes(bytes);
        var fast = new Crc64();
        fast.add(ByteBuffer.wrap(bytes));
        var slow = new Crc64();
        for (byte one : bytes) {
            slow.add(ByteBuffer.wrap(new byte[] {one}));
        }
        assertThat(fast.value()).isEqualTo(slow.value());
    }
}
