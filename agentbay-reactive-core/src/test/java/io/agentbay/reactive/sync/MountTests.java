package io.agentbay.reactive.sync;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.agentbay.reactive.common.ContextId;
import io.agentbay.reactive.common.MountOutcome.Level;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MountTests {

    private static final Mount MOUNT = Mount.of(ContextId.of("ctx"), "/mnt/data/");

    @Test
    void knowsWhatIsInside() {
        assertThat(MOUNT.path()).isEqualTo("/mnt/data");
        assertThat(MOUNT.resolve("a/b c.txt")).isEqualTo("/mnt/data/a/b c.txt");
        assertThat(MOUNT.contains("/mnt/data/a")).isTrue();
        assertThat(MOUNT.contains("/mnt/database")).isFalse();
        assertThat(MOUNT).isEqualTo(Mount.of(ContextId.of("ctx"), "/mnt/data")).isNotEqualTo(MOUNT.readyLater());
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "/etc/passwd", "..", "../up", "a/../../up", "a//b", "./a"})
    void refusesToLeaveTheMount(String path) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> assertThat(MOUNT.resolve(path)).isEmpty());
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "/", "relative", "/a/../b", "C:\\data"})
    void refusesPathsThatAreNoMounts(String path) {
        assertThatIllegalArgumentException()
                .isThrownBy(
                        () -> assertThat(Mount.of(ContextId.of("ctx"), path)).isNull());
    }

    @Test
    void policiesSayWhatMovesAndWhatIsDeleted() {
        assertThat(SyncPolicy.onDemand().isManaged()).isFalse();
        assertThat(SyncPolicy.manual().isManaged()).isFalse();
        assertThat(SyncPolicy.manual().keepingDeleted().isManaged()).isTrue();
        assertThat(SyncPolicy.manual().downloadsAutomatically()).isFalse();
        assertThat(SyncPolicy.uploadOnly().propagatesDeletions()).isFalse();
        assertThat(SyncPolicy.readOnly().uploads()).isFalse();
        assertThat(SyncPolicy.onDemand().archived().isArchived()).isTrue();
        assertThat(SyncPolicy.onDemand()).isNotEqualTo(SyncPolicy.onDemand().archived());
    }

    @Test
    void requestsKeepWhatWasAskedBefore() {
        var request = UploadRequest.of("/mnt/b/", "/mnt/a")
                .verified()
                .allowingMassDeletion()
                .deadline(Duration.ofSeconds(1))
                .allowingIncompleteMount();
        assertThat(request.mountPaths()).containsExactly("/mnt/a", "/mnt/b");
        assertThat(request.minimum()).isEqualTo(Level.VERIFIED);
        assertThat(request.allowsMassDeletion() && request.allowsIncompleteMount())
                .isTrue();
        assertThat(request.deadline()).isEqualTo(Duration.ofSeconds(1));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> assertThat(request.deadline(Duration.ZERO)).isNull());
    }
}
