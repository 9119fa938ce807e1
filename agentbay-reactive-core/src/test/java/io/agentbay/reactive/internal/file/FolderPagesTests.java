package io.agentbay.reactive.internal.file;

import static org.assertj.core.api.Assertions.assertThat;

import io.agentbay.reactive.common.Selector;
import io.agentbay.reactive.error.UnexpectedResponseException;
import io.agentbay.reactive.file.FileEntry;
import io.agentbay.reactive.internal.wire.ContextWire.FileData;
import io.agentbay.reactive.internal.wire.ContextWire.FilePage;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import reactor.core.publisher.Mono;
import reactor.test.StepVerifier;

class FolderPagesTests {

    private final List<String> asked = new ArrayList<>();

    @ParameterizedTest
    @CsvSource({"0,1", "1,1", "49,1", "50,1", "51,2", "100,2", "101,3", "1000,20"})
    void aKnownTotalNeedsAsManyPagesAsThereAre(int files, int pages) {
        var wire = numbered(number -> new FilePage(page(files, number), files, null));

        for (int ahead : new int[] {1, 4}) {
            asked.clear();
            StepVerifier.create(FolderPages.of(wire, "c", "/f", ahead).map(FileData::name))
                    .expectNextSequence(names(0, files))
                    .verifyComplete();
            assertThat(asked).hasSize(pages);
        }
    }

    @Test
    void aTokenGoesOnWhereTheNumbersEnd() {
        var wire = new Wire() {
            @Override
            public Mono<FilePage> files(String contextId, String folder, int number, int size) {
                asked.add("page " + number);
                return Mono.just(new FilePage(data(0, 20), null, "t1"));
            }

            @Override
            public Mono<FilePage> filesAfter(String contextId, String folder, String token, int size) {
                asked.add(token);
                return Mono.just(
                        token.equals("t1")
                                ? new FilePage(data(20, 40), null, "t2")
                                : new FilePage(data(40, 41), null, null));
            }
        };

        StepVerifier.create(FolderPages.of(wire, "c", "/f", 4))
                .expectNextCount(41)
                .verifyComplete();
        assertThat(asked).containsExactly("page 1", "t1", "t2");
    }

    @Test
    void aTokenThatComesBackIsAnError() {
        var wire = new Wire() {
            private int next;

            @Override
            public Mono<FilePage> files(String contextId, String folder, int number, int size) {
                return Mono.just(new FilePage(data(0, 1), null, "t"));
            }

            @Override
            public Mono<FilePage> filesAfter(String contextId, String folder, String token, int size) {
                next++;
                return Mono.just(new FilePage(data(next, next + 1), null, "t"));
            }
        };

        StepVerifier.create(FolderPages.of(wire, "c", "/f", 1))
                .expectNextCount(1)
                .verifyError(UnexpectedResponseException.class);
    }

    @Test
    void aServiceThatKnowsNoPageNumbersIsNotAskedForEver() {
        var wire = numbered(number -> new FilePage(data(0, 50), null, null));

        StepVerifier.create(FolderPages.of(wire, "c", "/f", 1))
                .expectNextCount(50)
                .verifyError(UnexpectedResponseException.class);
        assertThat(asked).hasSize(2);
    }

    @Test
    void whatAnInsertPushedToTheNextPageComesOnce() {
        var wire = numbered(
                number -> number == 1 ? new FilePage(data(0, 50), null, null) : new FilePage(data(48, 60), null, null));

        StepVerifier.create(FolderPages.of(wire, "c", "/f", 1).map(FileData::name))
                .expectNextSequence(names(0, 60))
                .verifyComplete();
    }

    @Test
    void aFileAndAFolderOfOneNameAreTwo() {
        var both = List.of(file("a", false), file("a/", true));
        StepVerifier.create(new ContextListing(numbered(number -> new FilePage(both, 2, null)), "c").list("/f"))
                .expectNext(FileEntry.file("/f/a", 0), FileEntry.directory("/f/a"))
                .verifyComplete();
    }

    @Test
    void aFolderThatIsListedInItselfIsAnErrorNotAWalkWithoutEnd() {
        var wire = numbered(
                number -> new FilePage(List.of(new FileData("a", "store/mnt/a", true, 0, null, null, null)), 1, null));

        StepVerifier.create(new ContextListing(wire, "c").walk("/mnt", Selector.all(), 1))
                .expectNextCount(1)
                .verifyErrorSatisfies(error -> assertThat(error)
                        .isInstanceOf(UnexpectedResponseException.class)
                        .hasMessageContaining("/mnt/a/a"));
    }

    @Test
    void namesThatLeadElsewhereAreListedAndNotWalked() {
        var wire = numbered(number -> new FilePage(List.of(file("..", true), file("", true)), 2, null));

        StepVerifier.create(new ContextListing(wire, "c").walk("/mnt", Selector.all(), 1))
                .expectNextCount(1)
                .verifyComplete();
        assertThat(asked).hasSize(1);
    }

    private Wire numbered(IntFunction<FilePage> pages) {
        return new Wire() {
            @Override
            public Mono<FilePage> files(String contextId, String folder, int number, int size) {
                asked.add(folder + " " + number);
                return Mono.fromSupplier(() -> pages.apply(number));
            }
        };
    }

    private static List<FileData> page(int files, int number) {
        return data(Math.min(files, (number - 1) * 50), Math.min(files, number * 50));
    }

    private static List<FileData> data(int from, int to) {
        return names(from, to).stream().map(name -> file(name, false)).toList();
    }

    private static List<String> names(int from, int to) {
        return IntStream.range(from, to).mapToObj(number -> "f" + number).toList();
    }

    private static FileData file(String name, boolean folder) {
        @Nullable String unknown = null;
        return new FileData(name, name, folder, 0, unknown, unknown, unknown);
    }

    /** A store of which only listings are asked. */
    private static class Wire extends MemoryStore {}
}
