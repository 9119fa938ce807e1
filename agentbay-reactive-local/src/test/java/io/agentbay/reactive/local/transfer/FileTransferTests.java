package io.agentbay.reactive.local.transfer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import io.agentbay.reactive.common.Content;
import io.agentbay.reactive.common.Selector;
import io.agentbay.reactive.error.ToolFailedException;
import io.agentbay.reactive.error.TransferFailedException;
import io.agentbay.reactive.file.SessionFiles;
import io.agentbay.reactive.file.TransferRoute;
import io.agentbay.reactive.local.AgentBayLocal;
import io.agentbay.reactive.local.AgentBayLocal.Request;
import io.agentbay.reactive.session.SessionRequest;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Files in and out of a session, client and service together over real HTTP. */
class FileTransferTests {

    private static final String TREE = "/mnt/data/tree";
    private static final List<String> NAMES = List.of(
            "with space",
            "it's",
            "a \"quote\"",
            "100%25",
            "a+b&c=d",
            "emoji \ud83d\ude00",
            "x".repeat(200),
            "1/2/3/4/5/6/7/8/deep");

    @TempDir
    Path directory;

    private final Random random = new Random(1);
    private AgentBayLocal local;
    private Path source;

    @BeforeEach
    void start() throws IOException {
        local = AgentBayLocal.start(directory.resolve("data"));
        source = Files.createDirectories(directory.resolve("source"));
    }

    @AfterEach
    void stop() {
        local.close();
    }

    @Test
    void everyNameSizeAndKindComesBackAsItWent() throws IOException {
        for (String name : NAMES) {
            write(name + ".bin", bytes(100));
            write(name + ".txt", name.getBytes(java.nio.charset.StandardCharsets.UTF_8));
        }
        write("empty", new byte[0]);
        write("64 MiB", bytes(64 << 20));
        var back = directory.resolve("back");

        var report = inSession(files -> files.copyFrom(source, TREE, Selector.all())
                .flatMap(sent -> files.compare(source, TREE, Selector.under(NAMES.get(0) + ".bin", "empty", "64 MiB"))
                        .collectList()
                        .doOnNext(differences -> assertThat(differences).isEmpty())
                        .then(files.copyTo(back, TREE, Selector.all().except("64 MiB")))
                        .thenReturn(sent)));

        assertThat(report.filesMoved()).isEqualTo(2L * NAMES.size() + 2);
        for (String name : NAMES) {
            assertThat(back.resolve(name + ".bin")).hasSameBinaryContentAs(source.resolve(name + ".bin"));
            assertThat(back.resolve(name + ".txt")).hasSameBinaryContentAs(source.resolve(name + ".txt"));
        }
        assertThat(back.resolve("empty")).isEmptyFile();
    }

    @Test
    void aLargeFileLeavesAsOneObjectAndNothingOfItStays() throws IOException {
        assumeThat(commandsWork()).as("commands work here").isTrue();
        write("large", bytes(6 << 20));
        write("small", bytes(60_000));
        var back = directory.resolve("back");

        var report = inSession(
                files -> files.copyFrom(source, TREE, Selector.all()).then(files.copyTo(back, TREE, Selector.all())));

        assertThat(report.filesByRoute())
                .isEqualTo(Map.of(TransferRoute.TRANSFER_CONTEXT, 1L, TransferRoute.FILE_TOOL, 1L));
        assertThat(back.resolve("large")).hasSameBinaryContentAs(source.resolve("large"));
        assertThat(back.resolve("small")).hasSameBinaryContentAs(source.resolve("small"));
        assertThat(local.requests().stream().filter(request -> what(request).equals("read_file")))
                .hasSizeLessThan(5);
        assertThat(local.requests().stream().filter(request -> what(request).equals("DeleteContextFile")))
                .hasSizeGreaterThan(1);
    }

    @Test
    void aFileLostOnItsWayOutIsAnErrorNotAShorterFile() throws IOException {
        assumeThat(commandsWork()).as("commands work here").isTrue();
        write("large", bytes(6 << 20));
        var back = directory.resolve("back");

        var copied = inSession(files -> files.copyFrom(source, TREE, Selector.all())
                .then(Mono.fromRunnable(
                        () -> local.faults().onUpload("/tmp/file-transfer").loseData()))
                .then(files.copyTo(back, TREE, Selector.all()))
                .map(report -> "copied")
                .onErrorResume(TransferFailedException.class, failed -> Mono.just("failed")));

        assertThat(copied).isEqualTo("failed");
        assertThat(back.resolve("large")).doesNotExist();
    }

    @Test
    void smallFilesNeedOneRequestAsTextAndAtMostFiveAsBytes() throws IOException {
        var files = 1_200;
        for (int number = 0; number < files; number++) {
            write("d" + number % 40 + "/f" + number, number % 2 == 0 ? bytes(300) : text(300));
        }

        var requests = inSession(session -> session.copyFrom(source, TREE, Selector.all())
                        .then(Mono.fromSupplier(local::requests)
                                .filter(seen -> count(seen, "move_file") >= files / 2)
                                .repeatWhenEmpty(again -> again.delayElements(Duration.ofMillis(50)))))
                .stream()
                .collect(Collectors.groupingBy(FileTransferTests::what, Collectors.counting()));
        assertThat(requests.get("write_file")).isEqualTo(files / 2);
        assertThat(requests.get("PUT object")).isEqualTo(files / 2);
        assertThat(requests.get("move_file")).isEqualTo(files / 2);
        assertThat(requests.get("SyncContext")).isLessThan(8);
        assertThat(requests.values().stream().mapToLong(Long::longValue).sum()).isLessThan(3L * files + 150);
    }

    @Test
    void aSecondCopyMovesOnlyWhatIsNew() throws IOException {
        for (String name : NAMES) {
            write(name, bytes(1000));
        }

        var second = inSession(files -> {
            var copy = files.copyFrom(source, TREE, Selector.all());
            return copy.then(Mono.fromCallable(() -> write("new", bytes(1000)))
                            .subscribeOn(reactor.core.scheduler.Schedulers.boundedElastic()))
                    .then(copy);
        });

        assertThat(second.filesMoved()).isEqualTo(1);
        assertThat(second.filesUnchanged()).isEqualTo(NAMES.size());
    }

    @Test
    void aReaderNeverSeesHalfAFile() {
        var old = bytes(200_000);
        var young = bytes(300_000);
        var path = "/mnt/data/swap";

        var sizes = inSession(files -> files.write(path, Content.of(old))
                .thenMany(Flux.merge(
                        files.write(path, Content.of(young)).thenMany(Flux.<Long>empty()),
                        files.find(path).map(entry -> entry.size()).repeat(50)))
                .distinct()
                .collectList());

        assertThat(sizes).isSubsetOf((long) old.length, (long) young.length);
    }

    @Test
    void charactersOfOneToFourBytesSurviveEveryBorder() {
        var text = "a\u00fc\u20ac\ud83d\ude00".repeat(30_000);

        var read = inSession(files -> files.write("/mnt/data/text", text)
                .then(files.write("/mnt/data/shifted", "x" + text))
                .thenMany(files.readMany(List.of("/mnt/data/text", "/mnt/data/shifted")))
                .map(Map.Entry::getValue)
                .collectList());

        assertThat(read).containsExactly(text, "x" + text);
    }

    @Test
    void aSignedUrlThatIsRefusedOnceIsAskedForAgain() {
        local.faults().on("PUT object").times(1).httpStatus(403, "AccessDenied");
        var bytes = bytes(1000);

        var read =
                inSession(files -> files.write("/mnt/data/a", Content.of(bytes)).then(joined(files, "/mnt/data/a")));

        assertThat(read).isEqualTo(bytes);
    }

    private static Mono<byte[]> joined(SessionFiles files, String path) {
        return files.read(path)
                .reduceWith(() -> ByteBuffer.allocate(1000), ByteBuffer::put)
                .map(ByteBuffer::array);
    }

    private <T> T inSession(Function<SessionFiles, Mono<T>> work) {
        var client = local.client();
        return client.contexts()
                .getOrCreate("transfer")
                .flatMap(context -> client.sessions()
                        .use(SessionRequest.mounting(context, "/mnt/data"), session -> work.apply(session.files())))
                .block(Duration.ofMinutes(3));
    }

    private boolean commandsWork() {
        var client = local.client();
        return Boolean.TRUE.equals(client.sessions()
                .use(
                        SessionRequest.ephemeral(),
                        session -> session.commands()
                                .run("true")
                                .thenReturn(true)
                                .onErrorReturn(ToolFailedException.class, false))
                .block(Duration.ofMinutes(1)));
    }

    private static long count(List<Request> requests, String what) {
        return requests.stream().filter(request -> what(request).equals(what)).count();
    }

    private static String what(Request request) {
        return request.action().equals("CallMcpTool") ? request.fields().getOrDefault("Name", "") : request.action();
    }

    private Path write(String name, byte[] content) throws IOException {
        var path = source.resolve(name);
        Files.createDirectories(path.getParent());
        return Files.write(path, content);
    }

    private byte[] bytes(int size) {
        var bytes = new byte[size];
        random.nextBytes(bytes);
        bytes[0] = 0;
        return bytes;
    }

    private static byte[] text(int size) {
        var bytes = new byte[size];
        Arrays.fill(bytes, (byte) 'a');
        return bytes;
    }
}
