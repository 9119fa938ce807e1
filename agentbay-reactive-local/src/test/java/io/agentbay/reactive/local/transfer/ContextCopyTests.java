package io.agentbay.reactive.local.transfer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.agentbay.reactive.common.Content;
import io.agentbay.reactive.common.Selector;
import io.agentbay.reactive.error.NotFoundException;
import io.agentbay.reactive.error.TransferFailedException;
import io.agentbay.reactive.event.OperationEvent;
import io.agentbay.reactive.file.Difference;
import io.agentbay.reactive.file.Difference.Kind;
import io.agentbay.reactive.file.TransferReport.ComparedBy;
import io.agentbay.reactive.file.TransferRoute;
import io.agentbay.reactive.local.fault.CallFault.When;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import reactor.test.StepVerifier;

/** Whole directories up and down, client and service together over real HTTP. */
class ContextCopyTests extends ContextCase {

    private static final List<String> NAMES = List.of(
            "with space",
            "it's \"quoted\"",
            "100%25",
            "a+b&c=d?e#f",
            "new\nline",
            "\u00fc\u4e2d\u6587 \ud83d\ude00",
            "x".repeat(200),
            "1/2/3/4/5/6/7/8/deep");

    @Test
    void everyNameSizeAndKindComesBackAsItWent() throws IOException {
        for (String name : NAMES) {
            local(name + ".bin", bytes(3_000));
            local(name + ".txt", name.getBytes(StandardCharsets.UTF_8));
        }
        local("empty", new byte[0]);
        local("32 MiB", bytes(32 << 20));
        var count = 2L * NAMES.size() + 2;

        var up = get(files.copyFrom(source, ROOT, Selector.all()));
        assertThat(up.filesMoved()).isEqualTo(count);
        assertThat(up.filesByRoute()).isEqualTo(Map.of(TransferRoute.SIGNED_URL, count));
        assertThat(up.comparedBy()).isEqualTo(ComparedBy.NOTHING);
        assertThat(get(files.compare(source, ROOT, Selector.all()).collectList()))
                .isEmpty();

        var down = get(files.copyTo(back, ROOT, Selector.all()));
        assertThat(down.filesMoved()).isEqualTo(count);
        assertThat(down.bytesMoved()).isEqualTo(up.bytesMoved());
        assertSame();
        assertThat(names(back)).hasSize((int) count);
    }

    @Test
    void twoThousandFilesNeedTwoRequestsEachAndAFewPages() throws IOException {
        var count = 2_000;
        for (int n = 0; n < count; n++) {
            local("d" + n % 10 + "/f" + n, bytes(200));
        }
        var up = get(files.copyFrom(source, ROOT, Selector.all()));
        assertThat(up.filesMoved()).isEqualTo(count);
        assertThat(requests())
                .containsEntry("GetContextFileUploadUrl", (long) count)
                .containsEntry("PUT object", (long) count);
        assertThat(requests().get("DescribeContextFiles")).isEqualTo(1);
        local.reset();

        assertThat(get(files.copyTo(back, ROOT, Selector.all())).filesMoved()).isEqualTo(count);

        assertThat(requests())
                .containsEntry("GetContextFileDownloadUrl", count + 1L)
                .containsEntry("GET object", count + 1L);
        assertThat(requests().get("DescribeContextFiles")).isLessThanOrEqualTo(1 + 1 + 10 * 5);
        assertSame();
        local.reset();

        var second = get(files.copyFrom(source, ROOT, Selector.all()));
        assertThat(second.filesUnchanged()).isEqualTo(count);
        assertThat(second.filesMoved()).isZero();
        assertThat(requests()).doesNotContainKey("PUT object");
    }

    @Test
    void aSecondCopyMovesOnlyWhatChangedInEitherDirection() throws IOException {
        local("same", bytes(1000));
        local("size", bytes(1000));
        local("content", bytes(1000));
        local("empty", new byte[0]);
        get(files.copyFrom(source, ROOT, Selector.all()));
        get(files.copyTo(back, ROOT, Selector.all()));
        local("size", bytes(1001));
        local("content", bytes(1000));
        local("new", bytes(10));

        assertThat(get(files.compare(source, ROOT, Selector.all()).collectList()))
                .containsExactlyInAnyOrder(
                        new Difference("size", Kind.DIFFERENT, 1001L, 1000L),
                        new Difference("content", Kind.DIFFERENT, 1000L, 1000L),
                        new Difference("new", Kind.ONLY_LEFT, 10L, null));
        var up = get(files.copyFrom(source, ROOT, Selector.all()));
        var down = get(files.copyTo(back, ROOT, Selector.all()));

        assertThat(List.of(up.filesMoved(), up.filesUnchanged())).containsExactly(3L, 2L);
        assertThat(List.of(down.filesMoved(), down.filesUnchanged())).containsExactly(3L, 2L);
        assertThat(up.comparedBy()).isEqualTo(ComparedBy.SIGNED_URL);
        assertSame();
    }

    @Test
    void selectorsAndSingleFiles() throws IOException {
        local("keep.json", bytes(10));
        local("drop.tmp", bytes(10));
        local("sub/keep.json", bytes(10));
        var selector = Selector.matching("*.json").except("*.tmp");

        assertThat(get(files.copyFrom(source, ROOT, selector)).filesMoved()).isEqualTo(2);
        get(files.copyFrom(source.resolve("drop.tmp"), "/other/name", Selector.all()));
        assertThat(read("/other/name")).isEqualTo(Files.readAllBytes(source.resolve("drop.tmp")));
        get(files.copyTo(back.resolve("one"), "/other/name", Selector.all()));
        assertThat(back.resolve("one")).hasSameBinaryContentAs(source.resolve("drop.tmp"));
        get(files.copyTo(back, ROOT, Selector.under("sub")));
        assertThat(names(back)).containsExactlyInAnyOrder("one", "sub/keep.json");
        StepVerifier.create(files.copyTo(back, "/nowhere", Selector.all())).verifyError(NotFoundException.class);
    }

    @Test
    void filesThatFailAreNamedAndTheOthersArrive() throws IOException {
        for (int n = 0; n < 20; n++) {
            local("f" + n, bytes(100));
        }
        local.faults().on("PUT object").after(5).times(3).httpStatus(400, "EntityTooLarge");
        var events = new ArrayList<OperationEvent>();

        assertThatThrownBy(() -> get(files.copyFrom(source, ROOT, Selector.all())
                        .contextWrite(OperationEvent.listener(events::add))))
                .isInstanceOfSatisfying(
                        TransferFailedException.class,
                        error -> assertThat(error.failures()).hasSize(3));

        assertThat(events)
                .filteredOn(OperationEvent.ItemFailed.class::isInstance)
                .hasSize(3);
        assertThat(get(files.list(ROOT).count())).isEqualTo(17);
        assertThat(get(files.copyFrom(source, ROOT, Selector.all())).filesMoved())
                .isEqualTo(3);

        local.faults().on("GET object").after(5).times(2).httpStatus(400, "InvalidRequest");
        assertThatThrownBy(() -> get(files.copyTo(back, ROOT, Selector.all())))
                .isInstanceOf(TransferFailedException.class);
        get(files.copyTo(back, ROOT, Selector.all()));
        assertSame();
    }

    @Test
    void brokenConnectionsBothWaysEndWell() throws IOException {
        local("large", bytes(8 << 20));
        local("small", bytes(100));
        local.faults().on("PUT object").times(2).drop(When.MID_BODY);
        local.faults().on("GetContextFileUploadUrl").times(1).drop(When.AFTER_WORK);
        var up = get(files.copyFrom(source, ROOT, Selector.all()));
        assertThat(up.bytesMoved()).isEqualTo((8 << 20) + 100);

        local.faults().on("GET object").after(1).times(3).drop(When.MID_BODY);
        get(files.copyTo(back, ROOT, Selector.all()));
        assertSame();
    }

    @Test
    void aCancelledCopyLeavesWholeFilesOnlyAndGoesOnLater() throws IOException {
        for (int n = 0; n < 200; n++) {
            local("f" + n, bytes(20_000));
        }
        var moved = files.copyFrom(source, ROOT, Selector.all());
        var events = new ArrayList<OperationEvent>();
        StepVerifier.create(moved.contextWrite(OperationEvent.listener(events::add)))
                .then(() -> await().until(() -> requests().getOrDefault("PUT object", 0L) > 20))
                .thenCancel()
                .verify(LONG);
        await().untilAsserted(
                        () -> assertThat(events.get(events.size() - 1).type()).isEqualTo("cancelled"));
        get(moved);
        assertThat(get(files.compare(source, ROOT, Selector.all()).collectList()))
                .isEmpty();

        StepVerifier.create(files.copyTo(back, ROOT, Selector.all()))
                .then(() ->
                        await().until(() -> Files.exists(back) && names(back).size() > 20))
                .thenCancel()
                .verify(LONG);
        get(files.copyTo(back, ROOT, Selector.all()));
        await().untilAsserted(() -> assertThat(names(back)).hasSize(200));
        assertSame();
    }

    @Test
    void progressHasTotalsRateAndTimeLeft() throws IOException {
        for (int n = 0; n < 100; n++) {
            local("f" + n, bytes(50_000));
        }
        local.faults().on("PUT object").delay(java.time.Duration.ofMillis(300));

        var progress = get(OperationEvent.streamOf(files.copyFrom(source, ROOT, Selector.all()))
                .filter(OperationEvent.Advanced.class::isInstance)
                .map(OperationEvent::progress)
                .filter(p -> p.bytesPerSecond() != null && p.bytesPerSecond() > 0)
                .collectList());

        assertThat(progress).isNotEmpty().allSatisfy(p -> {
            assertThat(p.filesTotal().value()).isEqualTo(100);
            assertThat(p.bytesTotal().value()).isEqualTo(5_000_000);
            assertThat(p.remaining()).isNotNull();
        });
    }

    @Test
    void aContextFilledByHandIsWhatASessionMounts() throws IOException {
        local("sub/a.txt", "hello".getBytes(StandardCharsets.UTF_8));
        var client = local.client();
        var request = io.agentbay.reactive.session.SessionRequest.mounting(context, ROOT);

        var text = get(files.copyFrom(source, ROOT, Selector.all())
                .then(client.sessions()
                        .use(
                                request,
                                session -> session.files()
                                        .readText(ROOT + "/sub/a.txt")
                                        .flatMap(read -> session.files()
                                                .write(ROOT + "/made.bin", Content.of(new byte[70_000]))
                                                .thenReturn(read)))));

        assertThat(text).isEqualTo("hello");
        assertThat(read(ROOT + "/made.bin")).hasSize(70_000);
    }

    private void assertSame() throws IOException {
        for (String name : names(source)) {
            assertThat(back.resolve(name)).hasSameBinaryContentAs(source.resolve(name));
        }
    }

    private static List<String> names(Path root) throws IOException {
        try (var walk = Files.walk(root)) {
            return walk.filter(Files::isRegularFile)
                    .map(path -> root.relativize(path).toString())
                    .filter(name -> !name.contains(".agentbay-"))
                    .toList();
        } catch (java.io.UncheckedIOException vanished) {
            return List.of();
        }
    }
}
