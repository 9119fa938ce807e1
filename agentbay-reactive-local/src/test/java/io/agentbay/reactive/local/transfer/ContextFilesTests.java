package io.agentbay.reactive.local.transfer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.agentbay.reactive.common.Content;
import io.agentbay.reactive.common.ContextId;
import io.agentbay.reactive.common.Selector;
import io.agentbay.reactive.context.SignedUrl;
import io.agentbay.reactive.error.InvalidRequestException;
import io.agentbay.reactive.error.NotFoundException;
import io.agentbay.reactive.error.UnexpectedResponseException;
import io.agentbay.reactive.event.OperationEvent;
import io.agentbay.reactive.file.FileEntry;
import io.agentbay.reactive.local.fault.CallFault.When;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import reactor.core.publisher.Flux;
import reactor.test.StepVerifier;

/** Single files of a context and its listings, client and service together over real HTTP. */
class ContextFilesTests extends ContextCase {

    private static final List<String> NAMES = List.of(
            "plain.txt",
            "with space",
            "it's \"quoted\"",
            "100%25",
            "%2F",
            "a+b&c=d?e#f",
            "\u00fc\u4e2d\u6587 \ud83d\ude00",
            "x".repeat(200),
            "1/2/3/deep");

    @Test
    void whatIsWrittenIsReadFoundListedAndDeletedUnderEveryName() {
        for (String name : NAMES) {
            var path = ROOT + "/" + name;
            get(files.write(path, name));
            assertThat(get(files.readText(path))).isEqualTo(name);
            var found = get(files.find(path));
            assertThat(found.path()).isEqualTo(path);
            assertThat(found.size()).isEqualTo(name.getBytes(java.nio.charset.StandardCharsets.UTF_8).length);
            assertThat(found.modifiedAt()).isNotNull();
        }
        assertThat(get(files.walk(ROOT, Selector.all())
                        .filter(FileEntry::isFile)
                        .map(FileEntry::path)
                        .collectList()))
                .containsExactlyInAnyOrderElementsOf(
                        NAMES.stream().map(name -> ROOT + "/" + name).toList());
        for (String name : NAMES) {
            get(files.delete(ROOT + "/" + name));
            get(files.delete(ROOT + "/" + name));
        }
        assertThat(get(files.walk("/", Selector.all()).collectList())).isEmpty();
    }

    @Test
    void emptyFilesAndDirectoriesAndWhatIsMissing() {
        get(files.write(ROOT + "/empty", Content.of(new byte[0])));
        assertThat(read(ROOT + "/empty")).isEmpty();
        assertThat(get(files.find(ROOT + "/empty")).size()).isZero();
        assertThat(get(files.find(ROOT))).isEqualTo(FileEntry.directory(ROOT));
        assertThat(get(files.find("/"))).isEqualTo(FileEntry.directory("/"));
        assertThat(get(files.find(ROOT + "/none"))).isNull();
        assertThat(get(files.list("/nowhere").collectList())).isEmpty();
        StepVerifier.create(files.read(ROOT + "/none")).verifyError(NotFoundException.class);
        StepVerifier.create(files.readText(ROOT + "/none")).verifyError(NotFoundException.class);
        StepVerifier.create(
                        local.client().contexts().files(ContextId.of("none")).find("/a"))
                .verifyErrorSatisfies(error ->
                        assertThat(((NotFoundException) error).kind()).isEqualTo(NotFoundException.Kind.CONTEXT));
    }

    @Test
    void textHasALimitAndAnEncoding() {
        get(files.write("/large", Content.of(new byte[(8 << 20) + 1])));
        get(files.write("/binary", Content.of(new byte[] {(byte) 0xff})));
        StepVerifier.create(files.readText("/large")).verifyError(InvalidRequestException.class);
        StepVerifier.create(files.readText("/binary")).verifyError(InvalidRequestException.class);
        assertThatThrownBy(() -> files.write("/a", "\ud83d")).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> files.read("relative")).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> files.delete("/")).isInstanceOf(IllegalArgumentException.class);
    }

    @ParameterizedTest
    @ValueSource(ints = {49, 50, 51, 99, 100, 101, 151})
    void everyFileIsListedOnceAtEveryBorderOfPages(int count) {
        get(Flux.range(0, count)
                .flatMap(n -> files.write(ROOT + "/f" + n, "x"), 32)
                .then());

        var listed = get(files.list(ROOT).map(FileEntry::path).collectList());
        var walked = get(
                files.walk("/", Selector.matching("f*")).map(FileEntry::path).collectList());

        assertThat(listed).hasSize(count).doesNotHaveDuplicates();
        assertThat(walked).hasSize(count).hasSameElementsAs(listed);
    }

    @Test
    void aListingIsReadAPageAtATimeAsRequested() {
        get(Flux.range(0, 200)
                .flatMap(n -> files.write(ROOT + "/f" + n, "x"), 32)
                .then());
        local.reset();

        StepVerifier.create(files.list(ROOT), 0)
                .thenRequest(1)
                .expectNextCount(1)
                .then(() -> assertThat(requests()).containsEntry("DescribeContextFiles", 1L))
                .thenRequest(199)
                .expectNextCount(199)
                .verifyComplete();

        assertThat(requests().get("DescribeContextFiles")).isLessThanOrEqualTo(5);
    }

    @Test
    void aWalkGoesOnlyWhereTheSelectorMayFindSomething() {
        get(Flux.just("a/b/c.json", "a/d.tmp", "x/y/z.json")
                .concatMap(name -> files.write(ROOT + "/" + name, name))
                .then());
        local.reset();

        var found =
                get(files.walk(ROOT, Selector.under("a/b")).map(FileEntry::path).collectList());

        assertThat(found).containsExactly(ROOT + "/a/b", ROOT + "/a/b/c.json");
        assertThat(requests()).containsEntry("DescribeContextFiles", 3L);
    }

    @Test
    void aSlowReaderGetsEveryByteOfALargeFile() {
        var content = bytes(24 << 20);
        get(files.write("/large", Content.of(content)));

        var read = joined(
                files.read("/large").limitRate(1).concatMap(piece -> reactor.core.publisher.Mono.just(piece), 1));

        assertThat(read).isEqualTo(content);
    }

    @Test
    void aRefusedAddressIsAskedForOnceMoreAndNoMore() {
        local.faults().on("PUT object").times(1).httpStatus(403, "AccessDenied");
        get(files.write("/a", "one"));
        local.faults().on("GET object").times(1).httpStatus(403, "AccessDenied");
        assertThat(get(files.readText("/a"))).isEqualTo("one");
        assertThat(requests())
                .containsEntry("GetContextFileUploadUrl", 2L)
                .containsEntry("GetContextFileDownloadUrl", 2L);

        local.faults().on("PUT object").httpStatus(403, "AccessDenied");
        StepVerifier.create(files.write("/a", "two"))
                .verifyError(io.agentbay.reactive.error.PermissionDeniedException.class);
        assertThat(requests()).containsEntry("GetContextFileUploadUrl", 4L);
        assertThat(get(files.readText("/a"))).isEqualTo("one");
    }

    @Test
    void anUploadCutInTheMiddleGoesAgainAndProgressIsTakenBack() {
        var content = bytes(5 << 20);
        local.faults().on("PUT object").times(2).drop(When.MID_BODY);
        var events = new ArrayList<OperationEvent>();

        get(files.write("/cut", Content.of(content)).contextWrite(OperationEvent.listener(events::add)));

        assertThat(read("/cut")).isEqualTo(content);
        var last = events.get(events.size() - 1);
        assertThat(last.type()).isEqualTo("completed");
        assertThat(last.progress().bytesDone().value()).isEqualTo(content.length);
    }

    @Test
    void aDownloadCutInTheMiddleGoesOnWhereItStopped() {
        var content = bytes(5 << 20);
        get(files.write("/cut", Content.of(content)));
        local.faults().on("GET object").times(3).drop(When.MID_BODY);

        assertThat(read("/cut")).isEqualTo(content);
    }

    @Test
    void aFileReplacedBetweenTwoPartsOfADownloadIsNeverSpliced() {
        var content = bytes(5 << 20);
        get(files.write("/cut", Content.of(content)));
        local.faults().on("GET object").times(1).drop(When.MID_BODY);
        var replaced = new java.util.concurrent.atomic.AtomicBoolean();

        var read = files.read("/cut")
                .limitRate(1)
                .concatMap(
                        piece -> replaced.compareAndSet(false, true)
                                ? files.write("/cut", Content.of(bytes(5 << 20)))
                                        .thenReturn(piece)
                                : Flux.just(piece),
                        1);

        StepVerifier.create(read.map(ByteBuffer::remaining).reduce(Integer::sum))
                .expectError(UnexpectedResponseException.class)
                .verify(LONG);
    }

    @Test
    void contentOfAnotherLengthIsRefusedAndChangesNothing() {
        get(files.write("/a", "old"));
        var wrong = Content.of(Flux.just(ByteBuffer.wrap(new byte[10])), 20);

        StepVerifier.create(files.write("/a", wrong)).verifyError(InvalidRequestException.class);

        assertThat(get(files.readText("/a"))).isEqualTo("old");
    }

    @Test
    void anybodyMayUseASignedAddressAndNobodySeesItPrinted() throws Exception {
        SignedUrl up = get(files.uploadUrl("/signed"));
        assertThat(up.toString()).doesNotContain("http").contains("hidden");
        assertThat(up.expiresAt()).isBetween(Instant.now(), Instant.now().plus(Duration.ofHours(2)));
        var http = HttpClient.newHttpClient();
        var put = HttpRequest.newBuilder(up.uri())
                .PUT(HttpRequest.BodyPublishers.ofString("hello"))
                .build();
        assertThat(http.send(put, BodyHandlers.ofString()).statusCode()).isEqualTo(200);

        var fetch =
                HttpRequest.newBuilder(get(files.downloadUrl("/signed")).uri()).build();
        assertThat(http.send(fetch, BodyHandlers.ofString()).body()).isEqualTo("hello");
    }

    @Test
    void aBareWriteIsAnOperationWithBytes() {
        var events = get(OperationEvent.streamOf(files.write("/a", Content.of(bytes(1000))))
                .filter(event -> event.operation().kind() == io.agentbay.reactive.event.Operation.Kind.TRANSFER)
                .collectList());

        assertThat(events.get(0).type()).isEqualTo("started");
        var last = events.get(events.size() - 1);
        assertThat(last.type()).isEqualTo("completed");
        assertThat(last.operation().contextId()).isEqualTo(context.id().value());
        assertThat(last.operation().path()).isEqualTo("/a");
        assertThat(last.progress().bytesTotal().value()).isEqualTo(1000);
        assertThat(new HashSet<>(events)).hasSameSizeAs(events);
    }
}
