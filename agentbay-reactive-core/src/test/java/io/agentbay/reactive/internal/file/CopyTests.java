package io.agentbay.reactive.internal.file;

import static org.assertj.core.api.Assertions.assertThat;

import io.agentbay.reactive.common.Selector;
import io.agentbay.reactive.error.NotFoundException;
import io.agentbay.reactive.error.TransferFailedException;
import io.agentbay.reactive.event.OperationEvent;
import io.agentbay.reactive.file.Difference;
import io.agentbay.reactive.file.TransferReport.ComparedBy;
import io.agentbay.reactive.file.TransferRoute;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import reactor.test.StepVerifier;

class CopyTests extends CopyCase {

    private static final List<String> NAMES = List.of(
            "plain.txt",
            "with space.txt",
            "it's.txt",
            "\"quoted\".txt",
            "100%25.txt",
            "a+b&c=d?.txt",
            "$(touch evil).txt",
            "-rf.txt",
            "back\\slash.txt",
            "emoji\ud83d\ude00.txt",
            "x".repeat(200),
            "one/two/three/four/five/six/seven/eight/deep.txt");

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void everyNameAndKindOfContentArrives(boolean shell) throws Exception {
        bench.sandbox.hasShell = shell;
        for (String name : NAMES) {
            write(name, name.getBytes(StandardCharsets.UTF_8));
            write("bin/" + name, ("\0" + name).getBytes(StandardCharsets.UTF_8));
        }
        write("empty", new byte[0]);

        var report = copy();

        assertThat(report.filesMoved()).isEqualTo(2L * NAMES.size() + 1);
        assertThat(report.filesByRoute())
                .containsOnly(
                        Map.entry(TransferRoute.FILE_TOOL, NAMES.size() + 1L),
                        Map.entry(TransferRoute.TRANSFER_CONTEXT, (long) NAMES.size()));
        assertThat(compare()).isEmpty();
        assertSame();
        bench.settle();
        assertThat(bench.store.objects).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void aSmallBinaryFileOfABatchNeedsAtMostFiveRequests(boolean shell) throws Exception {
        bench.sandbox.hasShell = shell;
        var files = 600;
        for (int number = 0; number < files; number++) {
            write("f" + number, new byte[] {0, (byte) number});
        }

        copy();
        bench.settle();

        var requests = bench.sandbox.calls.size() + bench.store.journal.size();
        assertThat(requests).isLessThanOrEqualTo((shell ? 4 : 5) * files + 20);
        assertThat(bench.synced)
                .hasSize(3)
                .allSatisfy(key -> assertThat(key.path()).endsWith("/"));
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void aSecondCopyMovesOnlyWhatChanged(boolean shell) throws Exception {
        bench.sandbox.hasShell = shell;
        write("same.txt", "same".getBytes(StandardCharsets.UTF_8));
        write("same.bin", new byte[70_000]);
        write("sameSize.txt", "old".getBytes(StandardCharsets.UTF_8));
        write("grown.txt", "a".getBytes(StandardCharsets.UTF_8));
        write("empty", new byte[0]);
        copy();
        write("sameSize.txt", "new".getBytes(StandardCharsets.UTF_8));
        write("grown.txt", "ab".getBytes(StandardCharsets.UTF_8));

        var report = copy();

        assertThat(report.filesUnchanged()).isEqualTo(3);
        assertThat(report.filesMoved()).isEqualTo(2);
        assertThat(report.bytesMoved()).isEqualTo(5);
        assertThat(report.comparedBy()).isEqualTo(shell ? ComparedBy.COMMAND : ComparedBy.FILE_TOOL);
        assertSame();
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void comparingNamesEveryDifference(boolean shell) throws Exception {
        bench.sandbox.hasShell = shell;
        write("same", "s".getBytes(StandardCharsets.UTF_8));
        write("content", "abc".getBytes(StandardCharsets.UTF_8));
        write("size", "abc".getBytes(StandardCharsets.UTF_8));
        copy();
        Files.writeString(bench.path("content"), "abd");
        Files.writeString(bench.path("size"), "abcd");
        Files.writeString(bench.path("right"), "r");
        write("left", new byte[2]);

        assertThat(compare())
                .containsExactlyInAnyOrder(
                        new Difference("content", Difference.Kind.DIFFERENT, 3L, 3L),
                        new Difference("size", Difference.Kind.DIFFERENT, 3L, 4L),
                        new Difference("left", Difference.Kind.ONLY_LEFT, 2L, null),
                        new Difference("right", Difference.Kind.ONLY_RIGHT, null, 1L));
    }

    @Test
    void aFailedFileStopsNoOtherAndIsNamed() throws Exception {
        write("good.txt", new byte[] {'a'});
        write("bad.txt", new byte[] {'b'});
        write("bad.bin", new byte[] {0});
        write("good.bin", new byte[] {0, 1});
        bench.sandbox.fault = (call, when) -> call.arguments().toString().contains("bad.")
                        && when == DiskSandbox.When.BEFORE
                        && (call.tool().equals("write_file") || call.tool().equals("move_file"))
                ? DiskSandbox.failed(call.tool(), "disk full")
                : null;
        var events = new CopyOnWriteArrayList<OperationEvent>();

        StepVerifier.create(bench.files
                        .copyFrom(source, bench.home, Selector.all())
                        .contextWrite(OperationEvent.listener(events::add)))
                .verifyErrorSatisfies(error -> assertThat(((TransferFailedException) error).failures())
                        .containsOnlyKeys("bad.txt", "bad.bin")
                        .allSatisfy(
                                (name, failure) -> assertThat(failure.message()).isEqualTo("disk full")));

        assertThat(bench.path("good.txt")).exists();
        assertThat(bench.path("good.bin")).exists();
        assertThat(events.stream().filter(OperationEvent.ItemFailed.class::isInstance))
                .hasSize(2);
        assertThat(events.get(events.size() - 1)).isInstanceOf(OperationEvent.Failed.class);
    }

    @Test
    void progressEndsWithWhatWasMeasured() throws Exception {
        write("a.txt", new byte[] {'a', 'b'});
        write("b.bin", new byte[100_000]);
        var events = new CopyOnWriteArrayList<OperationEvent>();

        StepVerifier.create(bench.files
                        .copyFrom(source, bench.home, Selector.all())
                        .contextWrite(OperationEvent.listener(events::add)))
                .expectNextCount(1)
                .verifyComplete();

        var last = events.get(events.size() - 1).progress();
        assertThat(last.filesDone()).isEqualTo(last.filesTotal());
        assertThat(last.bytesDone()).isEqualTo(last.bytesTotal());
        assertThat(last.bytesTotal().value()).isEqualTo(100_002);
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void everythingComesOutAgain(boolean shell) throws Exception {
        bench.sandbox.hasShell = shell;
        for (String name : NAMES) {
            write(name, ("\0" + name).getBytes(StandardCharsets.UTF_8));
        }
        write("empty", new byte[0]);
        write("large", SessionWriteTests.random(300_000));
        copy();
        var back = directory.resolve("back");

        var first = bench.files.copyTo(back, bench.home, Selector.all()).block(Duration.ofMinutes(1));
        var second = bench.files.copyTo(back, bench.home, Selector.all()).block(Duration.ofMinutes(1));

        assertThat(first.filesMoved()).isEqualTo(NAMES.size() + 2L);
        assertThat(second.filesMoved()).isZero();
        assertThat(second.filesUnchanged()).isEqualTo(NAMES.size() + 2L);
        assertSame(source, back);
    }

    @Test
    void aMissingDirectoryOfTheSessionIsNotFound() {
        StepVerifier.create(bench.files.copyTo(directory.resolve("back"), bench.home + "/none", Selector.all()))
                .verifyError(NotFoundException.class);
    }
}
