package io.agentbay.reactive.internal.session;

import static org.assertj.core.api.Assertions.assertThat;

import io.agentbay.reactive.common.ContextId;
import io.agentbay.reactive.internal.tool.ToolGateway.Touches;
import io.agentbay.reactive.sync.Mount;
import java.util.List;
import org.junit.jupiter.api.Test;

class WriteLogTests {

    private static final String A = "/mnt/a";
    private static final String B = "/mnt/b";
    private static final List<Mount> MOUNTS =
            List.of(Mount.of(ContextId.of("c-1"), A), Mount.of(ContextId.of("c-2"), B));

    private final WriteLog log = new WriteLog(MOUNTS, true, () -> 0, (mount, nanos) -> {});

    @Test
    void aNewSessionIsUnchangedAndReadingChangesNothing() {
        log.touched(Touches.nothing());
        assertThat(log.mayHaveChanged(A)).isFalse();
    }

    @Test
    void somebodyElsesSessionMayHaveChangedUntilSaved() {
        var borrowed = new WriteLog(MOUNTS, false, () -> 0, (mount, nanos) -> {});
        assertThat(borrowed.mayHaveChanged(A)).isTrue();
        borrowed.saved(A, borrowed.stamp());
        assertThat(borrowed.mayHaveChanged(A)).isFalse();
    }

    @Test
    void aPathChangesItsMountUntilSaved() {
        log.touched(Touches.path("/mnt/a/x"));
        assertThat(log.mayHaveChanged(A)).isTrue();
        assertThat(log.mayHaveChanged(B)).isFalse();
        assertThat(log.written(A)).containsExactly("/mnt/a/x");
        log.saved(A, log.stamp());
        assertThat(log.mayHaveChanged(A)).isFalse();
        assertThat(log.written(A)).isEmpty();
    }

    @Test
    void aChangeAfterTheUploadBeganIsNotSavedByIt() {
        log.touched(Touches.path("/mnt/a/x"));
        long before = log.stamp();
        log.touched(Touches.path("/mnt/a/y"));
        log.saved(A, before);
        assertThat(log.mayHaveChanged(A)).isTrue();
        assertThat(log.written(A)).containsExactly("/mnt/a/y");
    }

    @Test
    void aPathOutsideMayLeadAnywhere() {
        log.touched(Touches.path("/tmp/x"));
        assertThat(log.mayHaveChanged(A)).isTrue();
        assertThat(log.mayHaveChanged(B)).isTrue();
    }

    @Test
    void afterACommandEveryPathMayLeadAnywhere() {
        log.touched(Touches.anything());
        log.saved(A, log.stamp());
        log.saved(B, log.stamp());
        log.touched(Touches.path("/mnt/a/link/x"));
        assertThat(log.mayHaveChanged(B)).isTrue();
    }

    @Test
    void whatMayStillTakeEffectIsNeverSaved() {
        log.loose(Touches.path("/mnt/a/x"));
        log.saved(A, log.stamp());
        assertThat(log.mayHaveChanged(A)).isTrue();
        assertThat(log.mayHaveChanged(B)).isFalse();
    }
}
