package io.agentbay.reactive.internal.snapshot;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.agentbay.reactive.common.ContextId;
import io.agentbay.reactive.error.VerificationFailedException;
import io.agentbay.reactive.internal.snapshot.format.CatalogName;
import io.agentbay.reactive.internal.snapshot.format.Layout;
import io.agentbay.reactive.internal.snapshot.format.Zlib;
import io.agentbay.reactive.snapshot.Depth;
import io.agentbay.reactive.snapshot.RestoreRequest;
import io.agentbay.reactive.snapshot.Retention;
import io.agentbay.reactive.snapshot.Snapshot;
import java.util.List;
import java.util.zip.DataFormatException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Mono;

/** Manifests that can be read and are not what was written: each call that relies on one names it, and does nothing. */
class ForgedManifestTests {

    private static final ContextId OTHER = ContextId.of("c-2");

    private final Lab lab = new Lab();
    private final MemoryObjects other =
            new MemoryObjects(() -> lab.runtime.clock().instant());
    private final DefaultSnapshotOperations snapshots = lab.operations(OTHER, other);
    private Snapshot snapshot;
    private String manifest;

    @BeforeEach
    void take() {
        lab.file("/mnt/a", 1_000);
        lab.file("/mnt/b", 300_000);
        snapshot = lab.take("v1");
        manifest = lab.store.names(Layout.CATALOG).stream()
                .filter(name -> name.contains(snapshot.id()))
                .findFirst()
                .orElseThrow();
    }

    private byte[] changed(String from, String to) throws DataFormatException {
        var text = new String(Zlib.inflate(lab.store.bytes(manifest), 1 << 20), UTF_8);
        var other = text.replaceFirst(from, to);
        assertThat(other).isNotEqualTo(text);
        var bytes = other.getBytes(UTF_8);
        return Zlib.deflate(bytes, 0, bytes.length);
    }

    private void requireNamed(String name) {
        for (Mono<?> work : List.<Mono<?>>of(
                snapshots.verify(snapshot, Depth.full()),
                snapshots.verify(snapshot, Depth.structure()),
                snapshots.restore(RestoreRequest.into(snapshot, OTHER)),
                snapshots.planRestore(RestoreRequest.into(snapshot, OTHER)).collectList(),
                snapshots.store(Lab.CONTEXT).verify(Depth.structure()),
                snapshots.prune(Lab.CONTEXT, Retention.keepLast(1)))) {
            assertThatThrownBy(() -> lab.get(work))
                    .isInstanceOfSatisfying(
                            VerificationFailedException.class,
                            error -> assertThat(error.corrupt()).containsExactly(name));
        }
        assertThat(other.content()).isEmpty();
    }

    @Test
    void oneWithAnotherTimeThatCanBeRead() throws DataFormatException {
        lab.store.set(manifest, changed("\"createdAt\":\"20", "\"createdAt\":\"19"));

        requireNamed(manifest);
    }

    /** Whoever made it gave it the name that its bytes ask for. */
    @Test
    void oneWhoseObjectIsLessThanNothing() throws DataFormatException {
        var bytes = changed("\"stored\":", "\"stored\":-");
        lab.store.remove(manifest);
        manifest =
                CatalogName.snapshot(snapshot.id(), Lab.CONTEXT.value(), bytes).path();
        lab.store.set(manifest, bytes);

        requireNamed(manifest);
    }
}
