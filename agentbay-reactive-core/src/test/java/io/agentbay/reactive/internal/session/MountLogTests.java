package io.agentbay.reactive.internal.session;

import static org.assertj.core.api.Assertions.assertThat;

import io.agentbay.reactive.common.ContextId;
import io.agentbay.reactive.sync.AutoSync;
import io.agentbay.reactive.sync.Mount;
import io.agentbay.reactive.sync.SyncPolicy;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** What is not saved, how much of it there is, and since when. */
class MountLogTests {

    private static final Mount MOUNT = Mount.of(ContextId.of("ctx"), "/mnt/data");

    private final MountLog log = new MountLog(MOUNT, 0);

    @Test
    void ofAFileWrittenTwiceTheLastCounts() {
        log.changed(1, "/mnt/data/a", 100, 10);
        log.changed(2, "/mnt/data/a", 30, 20);
        log.changed(3, "/mnt/data/b", 5, 30);
        assertThat(log.bytes()).isEqualTo(35);
        assertThat(log.unsavedSince()).hasValue(10);
    }

    @Test
    void whatCameAfterTheSavedStaysUnsaved() {
        log.changed(1, "/mnt/data/a", 100, 10);
        log.changed(2, "/mnt/data/b", 7, 20);
        assertThat(log.saved(1)).hasValue(10);
        assertThat(log.bytes()).isEqualTo(7);
        assertThat(log.unsavedSince()).hasValue(20);
        assertThat(log.saved(2)).hasValue(20);
        assertThat(log.bytes()).isZero();
        assertThat(log.unsavedSince()).isEmpty();
        assertThat(log.saved(2)).isEmpty();
    }

    @Test
    void changesTooManyToRememberAreOldRatherThanForgotten() {
        for (int n = 1; n <= 5_000; n++) {
            log.changed(n, "/mnt/data/" + n, 2, n * 10L);
        }
        assertThat(log.bytes()).isEqualTo(10_000);
        assertThat(log.saved(100)).hasValue(10);
        assertThat(log.unsavedSince()).hasValue(640);
        assertThat(log.changed()).isTrue();
        assertThat(log.saved(5_000)).hasValue(640);
        assertThat(log.bytes()).isZero();
    }

    @Test
    void aPathElsewhereIsNoWriteToTheMount() {
        log.changed(1, "/tmp/a", 100, 10);
        assertThat(log.bytes()).isZero();
        assertThat(log.changed()).isTrue();
    }

    @Test
    void policiesHaveKinds() {
        assertThat(kind(SyncPolicy.onDemand())).isEqualTo("on-demand");
        assertThat(kind(SyncPolicy.uploadOnly())).isEqualTo("upload-only");
        assertThat(kind(SyncPolicy.manual())).isEqualTo("manual");
        assertThat(kind(SyncPolicy.manual().keepingDeleted())).isEqualTo("managed");
        assertThat(kind(SyncPolicy.onDemand().autoSync(AutoSync.every(Duration.ofMinutes(1)))))
                .isEqualTo("auto-sync");
    }

    private static String kind(SyncPolicy policy) {
        return PolicyKind.of(Mount.of(ContextId.of("ctx"), "/mnt/data", policy)).label();
    }
}
