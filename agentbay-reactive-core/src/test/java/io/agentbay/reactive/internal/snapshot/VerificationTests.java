package io.agentbay.reactive.internal.snapshot;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.agentbay.reactive.error.VerificationFailedException;
import io.agentbay.reactive.internal.snapshot.format.Layout;
import io.agentbay.reactive.internal.snapshot.format.Zlib;
import io.agentbay.reactive.snapshot.Depth;
import java.util.HexFormat;
import java.util.List;
import java.util.zip.DataFormatException;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;

class VerificationTests {

    private final Lab lab = new Lab();

    private String object(int size) {
        return lab.store.names(Layout.OBJECTS).stream()
                .filter(name -> lab.store.bytes(name).length == size)
                .findFirst()
                .orElseThrow();
    }

    private String taken() {
        lab.file("/mnt/a", 300_000);
        lab.file("/mnt/b", 400_000);
        lab.file("/mnt/small", 1_000);
        return lab.take("v1").id();
    }

    @Test
    void aLostObjectIsNamedByTheFileThatNeedsIt() {
        var id = taken();
        lab.store.remove(object(300_000));

        assertThatThrownBy(() -> lab.verify(id, Depth.structure()))
                .isInstanceOfSatisfying(VerificationFailedException.class, error -> {
                    assertThat(error.missing()).containsExactly("/mnt/a");
                    assertThat(error.corrupt()).isEmpty();
                });
    }

    @Test
    void aCutObjectIsCorruptWithoutReadingIt() {
        var id = taken();
        lab.store.set(object(400_000), new byte[399_999]);

        assertThatThrownBy(() -> lab.verify(id, Depth.structure()))
                .isInstanceOfSatisfying(
                        VerificationFailedException.class,
                        error -> assertThat(error.corrupt()).containsExactly("/mnt/b"));
    }

    @Test
    void aWrongByteIsFoundByReadingEverything() {
        var id = taken();
        var name = object(1_000);
        var bytes = lab.store.bytes(name).clone();
        bytes[500] ^= 1;
        lab.store.set(name, bytes);

        assertThat(lab.verify(id, Depth.structure()).bytesRead()).isZero();
        assertThatThrownBy(() -> lab.verify(id, Depth.full()))
                .isInstanceOfSatisfying(
                        VerificationFailedException.class,
                        error -> assertThat(error.corrupt()).containsExactly("/mnt/small"));
        assertThatThrownBy(() -> lab.restored(id)).isInstanceOf(VerificationFailedException.class);
    }

    /** Nothing but the hash tells: it is as long as it should be, and unpacks to as much as it should. */
    @Test
    void anObjectThatUnpacksToOtherContentIsCorrupt() throws DataFormatException {
        lab.source.set("/mnt/text", HexFormat.of().formatHex(lab.bytes(10_000)).getBytes(UTF_8));
        lab.file("/mnt/other", 300_000);
        var id = lab.take("v1").id();
        var name = lab.store.names(Layout.OBJECTS).stream()
                .filter(object -> lab.store.bytes(object).length != 300_000)
                .findFirst()
                .orElseThrow();
        lab.store.set(name, another(lab.store.bytes(name)));

        assertThat(lab.verify(id, Depth.structure()).objects()).isEqualTo(2);
        for (ThrowingCallable reading :
                List.<ThrowingCallable>of(() -> lab.verify(id, Depth.full()), () -> lab.restored(id))) {
            assertThatThrownBy(reading).isInstanceOfSatisfying(VerificationFailedException.class, error -> {
                assertThat(error.corrupt()).containsExactly("/mnt/text");
                assertThat(error.missing()).isEmpty();
            });
        }
    }

    /** As long, packed and unpacked. */
    private static byte[] another(byte[] packed) throws DataFormatException {
        var plain = Zlib.inflate(packed, 1 << 20);
        for (int at = 0; at < 1_000; at++) {
            plain[at] ^= 1;
            var other = Zlib.deflate(plain, 0, plain.length);
            if (other.length == packed.length) {
                return other;
            }
            plain[at] ^= 1;
        }
        throw new AssertionError("no other content packs to as much");
    }

    @Test
    void aSampleReadsSomething() {
        var id = taken();

        assertThat(lab.verify(id, Depth.sample(0.01)).bytesRead()).isPositive();
        assertThat(lab.verify(id, Depth.full()).bytesRead()).isEqualTo(701_000);
    }
}
