package io.agentbay.reactive.sync;

import static org.assertj.core.api.Assertions.assertThat;

import io.agentbay.reactive.common.ContextId;
import io.agentbay.reactive.common.Selector;
import io.agentbay.reactive.file.FileEntry;
import io.agentbay.reactive.sync.SyncPolicy.Explanation;
import io.agentbay.reactive.sync.SyncPolicy.Extract;
import io.agentbay.reactive.sync.SyncPolicy.Lifecycle;
import java.util.List;
import org.junit.jupiter.api.Test;

class ExplainTests {

    private static final SyncPolicy POLICY = SyncPolicy.onDemand();

    private static Explanation explain(SyncPolicy policy, String path) {
        var all = policy.explain(List.of(path));
        assertThat(all).hasSize(1);
        return all.get(0);
    }

    @Test
    void withoutASelectionEverythingGoesBothWays() {
        assertThat(explain(POLICY, "a/b.txt"))
                .isEqualTo(new Explanation(
                        "a/b.txt", true, "everything is selected; downloaded at the start, uploaded at the end"));
        assertThat(explain(SyncPolicy.manual(), "a").rule()).endsWith("downloaded by call, uploaded by call");
    }

    @Test
    void theGuidesSelectionByFileType() {
        var policy =
                POLICY.only(Selector.matching("*.json").except("*.tmp", "*.log").or(Selector.matching("*.txt")));
        var all = policy.explain(List.of("data.json", "deep/notes.txt", "x.log", "old.tmp/a.json", "old.tmp/a.txt"));
        assertThat(all).extracting(Explanation::synced).containsExactly(true, true, false, false, true);
        assertThat(all.get(0).rule())
                .startsWith("selected by the pattern *.json, which the cloud does not honour; downloaded");
        assertThat(all.get(2).rule()).startsWith("left out by the exception *.log");
        assertThat(all.get(3).rule()).startsWith("left out by the exception *.tmp");
    }

    @Test
    void exactPathsAndTheirExceptions() {
        var policy = POLICY.only(Selector.under("src", "doc").except("src/tmp"));
        assertThat(explain(policy, "src/a.c").rule()).startsWith("selected by src;");
        assertThat(explain(policy, "src/tmp/a.c"))
                .isEqualTo(new Explanation("src/tmp/a.c", false, "left out by the exception src/tmp"));
        assertThat(explain(policy, "bin/a"))
                .isEqualTo(new Explanation("bin/a", false, "not selected: src, doc does not cover it"));
    }

    @Test
    void oneWayOnly() {
        assertThat(explain(SyncPolicy.readOnly(), "a").rule())
                .contains("read-only: downloaded at the start, never uploaded");
        assertThat(explain(SyncPolicy.uploadOnly(), "a").rule())
                .contains("upload-only: uploaded at the end, never downloaded");
    }

    @Test
    void archivesInBothSenses() {
        assertThat(explain(POLICY.archived(), "a").rule()).contains("stored inside one archive");
        assertThat(explain(POLICY, "a.ZIP").rule())
                .endsWith("unpacked into a folder of its name when downloaded, and removed");
        assertThat(explain(POLICY.extract(Extract.KEEP_ARCHIVE), "a.zip").rule())
                .endsWith("and kept");
        assertThat(explain(POLICY.extract(Extract.INTO_CURRENT_FOLDER), "a.zip").rule())
                .contains("where it is");
        assertThat(explain(POLICY.extract(Extract.NEVER), "a.zip").rule()).doesNotContain("unpacked");
        assertThat(explain(SyncPolicy.uploadOnly(), "a.zip").rule()).doesNotContain("unpacked");
    }

    @Test
    void whatIsRemovedAndWhen() {
        var everything = POLICY.lifecycle(Lifecycle.DAYS_1);
        assertThat(explain(everything, "a").rule()).endsWith("removed from the context after 1 day");
        var some = POLICY.lifecycle(Lifecycle.DAYS_30, "logs");
        assertThat(explain(some, "logs/a").rule()).endsWith("removed from the context after 30 days");
        assertThat(explain(some, "a").rule()).doesNotContain("removed from");
    }

    @Test
    void whereItIsStored() {
        assertThat(explain(POLICY.mappedFrom("C:\\data"), "a").rule()).endsWith("stored under C:\\data");
    }

    @Test
    void aListingOfTheSession() {
        var mount = Mount.of(ContextId.of("c"), "/mnt/data", POLICY.only(Selector.under("src")));
        var all = mount.explain(List.of(
                FileEntry.directory("/mnt/data/src"),
                FileEntry.file("/mnt/data/src/a.c", 3),
                FileEntry.file("bin/a", 3),
                FileEntry.file("/etc/hosts", 3)));
        assertThat(all).extracting(Explanation::path).containsExactly("/mnt/data/src/a.c", "bin/a", "/etc/hosts");
        assertThat(all).extracting(Explanation::synced).containsExactly(true, false, false);
        assertThat(all.get(2).rule()).isEqualTo("not under the mount /mnt/data");
    }
}
