package io.agentbay.reactive.internal.snapshot;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.agentbay.reactive.error.VerificationFailedException;
import io.agentbay.reactive.internal.snapshot.format.Layout;
import io.agentbay.reactive.snapshot.Depth;
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

    @Test
    void aSampleReadsSomething() {
        var id = taken();

        assertThat(lab.verify(id, Depth.sample(0.01)).bytesRead()).isPositive();
        assertThat(lab.verify(id, Depth.full()).bytesRead()).isEqualTo(701_000);
    }
}
