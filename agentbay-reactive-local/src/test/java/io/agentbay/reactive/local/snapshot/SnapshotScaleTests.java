package io.agentbay.reactive.local.snapshot;

import java.nio.file.Path;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A second snapshot of what did not change costs its listings; one of ten changed files those ten; a heap is enough. */
class SnapshotScaleTests {

    @TempDir
    Path directory;

    @Test
    void fiveHundredFilesOfFiftyMiBInAll() throws Exception {
        require(new SnapshotTree(500, 9));
    }

    @Test
    @Tag("slow")
    void tenThousandFilesOfOneGiBInAll() throws Exception {
        require(new SnapshotTree(10_000, 9));
    }

    private void require(SnapshotTree tree) throws Exception {
        var scale = new SnapshotScale(tree, directory);
        scale.run();
        scale.requireSmallHeap();
        scale.requireLittleWhereNothingChanged();
        scale.requireTenWhereTenChanged();
        scale.requireEveryByteBack();
    }
}
