package io.agentbay.reactive.internal.file;

import static org.assertj.core.api.Assertions.assertThat;

import io.agentbay.reactive.internal.sync.SeenFile;
import io.agentbay.reactive.internal.wire.ContextWire.FileData;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import reactor.test.StepVerifier;
import reactor.test.scheduler.VirtualTimeScheduler;

class ContextLookerTests {

    private final MemoryStore store = new MemoryStore();
    private final DefaultContextLooker looker =
            new DefaultContextLooker(store, new SignedDownloads(store, store, VirtualTimeScheduler.create()));
    private final List<FileData> listing = new ArrayList<>();

    @Test
    void everyPageOfEveryFolderIsSeenOnce() {
        for (int number = 0; number < 120; number++) {
            file("/mnt/data", "f" + number, number);
        }
        folder("/mnt/data", "sub");
        folder("/mnt/data/sub", "deep/");
        file("/mnt/data/sub/deep", "x y", 7);
        store.listing = listing;

        StepVerifier.create(looker.walk("c", "/mnt/data/").collectList())
                .assertNext(files -> assertThat(files)
                        .hasSize(121)
                        .contains(new SeenFile("f119", 119, "t"), new SeenFile("sub/deep/x y", 7, "t")))
                .verifyComplete();

        assertThat(store.journal)
                .containsExactlyInAnyOrder(
                        "files /mnt/data 1",
                        "files /mnt/data 2",
                        "files /mnt/data 3",
                        "files /mnt/data/sub 1",
                        "files /mnt/data/sub/deep 1");
    }

    @Test
    void aFullLastPageIsFollowedByAnEmptyOne() {
        for (int number = 0; number < 50; number++) {
            file("/mnt", "f" + number, number);
        }
        store.listing = listing;

        StepVerifier.create(looker.walk("c", "/mnt")).expectNextCount(50).verifyComplete();
    }

    @Test
    void aSlowReaderIsFewPagesBehind() {
        for (int number = 0; number < 1000; number++) {
            file("/mnt", "f" + number, number);
        }
        store.listing = listing;

        StepVerifier.create(looker.walk("c", "/mnt"), 1)
                .expectNextCount(1)
                .then(() -> assertThat(store.journal).hasSizeLessThan(5))
                .thenCancel()
                .verify();
    }

    private void file(String folder, String name, long size) {
        listing.add(new FileData(name, folder, false, size, "t", "t", null));
    }

    private void folder(String folder, String name) {
        listing.add(new FileData(name, folder, true, 0, null, null, null));
    }
}
