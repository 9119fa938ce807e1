package io.agentbay.reactive.internal.snapshot;

import static org.assertj.core.api.Assertions.assertThat;

import io.agentbay.reactive.common.ContextId;
import io.agentbay.reactive.file.Difference;
import io.agentbay.reactive.internal.context.KnownStores;
import io.agentbay.reactive.internal.event.SilentOperations;
import io.agentbay.reactive.internal.json.JsonCodec;
import io.agentbay.reactive.internal.runtime.DefaultClientRuntime;
import io.agentbay.reactive.snapshot.Depth;
import io.agentbay.reactive.snapshot.RestoreRequest;
import io.agentbay.reactive.snapshot.Snapshot;
import io.agentbay.reactive.snapshot.SnapshotOperations;
import io.agentbay.reactive.snapshot.SnapshotStore;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.Objects;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import reactor.core.publisher.Mono;

/** A store of version 1 as it was written once: later versions have to read it. */
class SampleStoreTests {

    static final ContextId SOURCE = ContextId.of("SdkCtx-sample");

    private final DefaultClientRuntime runtime = DefaultClientRuntime.create(Clock.systemUTC());

    @TempDir
    Path target;

    @AfterEach
    void close() {
        runtime.close().block(Duration.ofMinutes(1));
    }

    private SnapshotOperations sample() throws URISyntaxException {
        var resource = Objects.requireNonNull(getClass().getResource("/snapshot-store-1"));
        return in(Path.of(resource.toURI()));
    }

    private SnapshotOperations in(Path store) {
        return DefaultSnapshotOperations.of(new SnapshotWorld(
                        runtime,
                        new SilentOperations(),
                        JsonCodec.strict(),
                        LabContexts.any(),
                        id -> {
                            throw new UnsupportedOperationException();
                        },
                        id -> false,
                        id -> false,
                        new KnownStores()))
                .in(SnapshotStore.directory(store));
    }

    private static <T> T get(Mono<T> work) {
        return Objects.requireNonNull(work.block(Duration.ofMinutes(1)));
    }

    @Test
    void itsSnapshotsAreRead() throws URISyntaxException {
        assertThat(get(sample().list(SOURCE).map(Snapshot::name).collectList())).containsExactly("second", "first");
        var second = get(sample().get(SOURCE, "second"));
        assertThat(second.tags()).containsExactly("release");
        assertThat(second.files()).isEqualTo(5);
        assertThat(get(sample().verify(second, Depth.full())).objects()).isEqualTo(5);
        assertThat(get(sample().diff(get(sample().get(SOURCE, "first")), second).collectList()))
                .extracting(Difference::path)
                .containsExactly("/mnt/data/hello.txt");
    }

    @Test
    void itsFilesAreRestored() throws URISyntaxException {
        var second = get(sample().get(SOURCE, "second"));

        var report = get(sample().restore(RestoreRequest.into(second, target)));

        assertThat(report.bytesWritten()).isEqualTo(second.bytes());
        assertThat(target.resolve("mnt/data/hello.txt")).hasContent("hello again\n");
        assertThat(target.resolve("mnt/data/empty")).isEmptyFile();
        assertThat(target.resolve("mnt/data/gr\u00fc\u00dfe \ud83d\ude00.txt")).hasContent("hello\n");
        assertThat(target.resolve("mnt/data/zeros")).hasBinaryContent(new byte[(4 << 20) + 1]);
        assertThat(target.resolve("mnt/data/counting")).hasBinaryContent(counting());
        assertThat(get(sample().planRestore(RestoreRequest.into(second, target)).collectList()))
                .isEmpty();
    }

    static byte[] counting() {
        var bytes = new byte[300_000];
        for (var at = 0; at < bytes.length; at++) {
            bytes[at] = (byte) (at * 31L >> 3 ^ at);
        }
        return bytes;
    }
}
