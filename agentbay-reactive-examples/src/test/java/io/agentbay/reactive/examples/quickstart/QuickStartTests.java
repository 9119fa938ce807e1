package io.agentbay.reactive.examples.quickstart;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The main job against the embedded service, with what real directories hold; its runs wait for their syncs side by side. */
@Execution(ExecutionMode.CONCURRENT)
class QuickStartTests {

    private static final Pattern CALLS = Pattern.compile("requests\\s+([\\d,]+) calls");
    private static final String MATCHED = "Every byte matched";

    private final Random random = new Random(42);

    @TempDir
    Path temp;

    private Path source;
    private Path data;

    @BeforeEach
    void directories() throws IOException {
        source = Files.createDirectory(temp.resolve("source"));
        data = temp.resolve("data");
    }

    @Test
    void namesOfEveryKindComeBack() throws IOException {
        for (var name : List.of(
                "with space",
                "quote'single",
                "quote\"double",
                "per%cent",
                "per%20cent",
                "plus+sign",
                "emoji-😀",
                "x".repeat(200),
                "back\\slash",
                "dollar$HOME",
                "semi;colon&amp",
                "star*",
                "[br]{a}",
                "-dash",
                "~tilde",
                "#hash",
                "Ünïcödé",
                "日本語",
                " lead",
                "trail ",
                "tab\there",
                "`tick`",
                "a..b",
                "what?",
                "eq=and&b")) {
            text(name, "the content of " + name);
            binary("binary " + name.substring(0, Math.min(100, name.length())), 300);
        }

        var run = Run.of(data, source);

        assertThat(run.out()).contains(MATCHED).contains("50 files");
        assertThat(run.exitCode()).isZero();
    }

    @Test
    void textInUtf8ComesBackWhereverAChunkEnds() throws IOException {
        for (int offset = 0; offset < 4; offset++) {
            text("utf8-" + offset, "a".repeat(offset) + "aé€😀".repeat(20_000));
        }
        var mixed = new StringBuilder();
        random.ints(100_000, 0, 4).mapToObj(List.of("a", "é", "€", "😀")::get).forEach(mixed::append);
        text("mixed", mixed.toString());
        text("lines", "a\r\nb\r\n\u000b\n\n\n");
        text("mark", "\ufeffmark");
        text("zero", "a\0b");

        assertThat(Run.of(data, source).out()).contains(MATCHED);
    }

    @Test
    void emptyFilesAndDeepDirectoriesComeBackAndEmptyDirectoriesAreNamed() throws IOException {
        text("empty", "");
        text("1/2/3/4/5/6/7/8/deep", "deep");
        Files.createDirectories(source.resolve("void/within"));

        var run = Run.of(data, source);

        assertThat(run.out()).contains(MATCHED).containsPattern("not kept +2 .*void/within");
        assertThat(run.exitCode()).isZero();
    }

    @Test
    void aLargeBinaryComesBack() throws IOException {
        binary("large", 64 * 1024 * 1024);

        var run = Run.of(data, source);

        assertThat(run.out()).contains(MATCHED).contains("64.0 MiB");
        assertThat(run.exitCode()).isZero();
    }

    @ParameterizedTest
    @ValueSource(ints = 400)
    void manySmallFilesTakeAtMostFiveRequestsEach(int count) throws IOException {
        for (int n = 0; n < count; n++) {
            var directory = "d" + n % 20 + "/";
            if (n % 2 == 0) {
                text(directory + n + ".txt", "file " + n + "\n");
            } else {
                binary(directory + n + ".bin", 200 + n);
            }
        }

        var run = Run.of(data, source);

        assertThat(run.out()).contains(MATCHED);
        assertThat(calls(run)).isLessThanOrEqualTo(5L * count);
    }

    @Tag("slow")
    @Test
    void fiveThousandSmallFilesComeBack() throws IOException {
        manySmallFilesTakeAtMostFiveRequestsEach(5_000);
    }

    @Test
    void aSecondRunFindsTheContextAndLeavesFilesOfTheFirstAlone() throws IOException {
        text("stays", "same");
        text("goes", "gone next time");
        var first = Run.of(data, source);
        Files.delete(source.resolve("goes"));

        var second = Run.of(data, source);

        assertThat(first.out()).contains(", new").contains("2 files written");
        assertThat(second.out())
                .contains("found: an earlier run made it")
                .contains("0 files written, 1 already there")
                .containsPattern("also there +1 file of earlier runs")
                .contains(MATCHED);
    }

    @Test
    void anEmptyDirectoryIsSavedToo() {
        var run = Run.of(data, source);

        assertThat(run.exitCode()).isZero();
        assertThat(run.out()).containsPattern("snapshot +0 files, 0 bytes stored; 0 changed and 0 deleted");
    }

    @Test
    void aSnapshotIsTakenAndBringsBackWhatWasChangedAfterIt() throws IOException {
        text("first", "one");
        text("second", "two");
        text("third", "three");

        var run = Run.of(data, source);

        assertThat(run.out())
                .containsPattern("snapshot +3 files, .* stored; 1 changed and 1 deleted, brought back, verified")
                .containsPattern("take snapshot +[0-9.]+ s");
        assertThat(run.exitCode()).isZero();
    }

    @Test
    void dataInsideTheSourceIsNotSavedItself() throws IOException {
        text("file", "content");

        var run = Run.of(source.resolve("target/data"), source);

        assertThat(run.out()).contains("1 file,").contains(MATCHED);
    }

    @Test
    void anotherMountPathIsUsed() throws IOException {
        text("file", "content");

        assertThat(Run.of(data, source, "--mount", "/home/wuying/work").out()).contains(MATCHED);
    }

    @Test
    void aMissingDirectoryIsOneClearLine() {
        var missing = source.resolve("missing");

        var run = Run.of(data, missing);

        assertThat(run.exitCode()).isOne();
        assertThat(run.err().strip()).isEqualTo("quick-start: " + missing + " does not exist");
    }

    @Test
    void aFileInsteadOfADirectoryIsOneClearLine() throws IOException {
        text("file", "content");

        var run = Run.of(data, source.resolve("file"));

        assertThat(run.exitCode()).isOne();
        assertThat(run.err().strip()).endsWith("file is not a directory").hasLineCount(1);
    }

    @Test
    void aDataDirectoryThatCannotBeIsOneClearLine() throws IOException {
        text("file", "content");

        var run = Run.of(source.resolve("file").resolve("data"), source);

        assertThat(run.exitCode()).isOne();
        assertThat(run.err().strip()).contains("data").hasLineCount(1);
    }

    @Test
    void wrongArgumentsAreExplained() {
        var run = Run.of(data, source, "--nonsense");

        assertThat(run.exitCode()).isEqualTo(2);
        assertThat(run.err()).contains("--nonsense").contains("Usage: quick-start");
    }

    private static long calls(Run run) {
        var matcher = CALLS.matcher(run.out());
        assertThat(matcher.find()).isTrue();
        return Long.parseLong(matcher.group(1).replace(",", ""));
    }

    private void text(String name, String content) throws IOException {
        bytes(name, content.getBytes(StandardCharsets.UTF_8));
    }

    private void binary(String name, int size) throws IOException {
        var content = new byte[size];
        random.nextBytes(content);
        bytes(name, content);
    }

    private void bytes(String name, byte[] content) throws IOException {
        var file = source.resolve(name);
        Files.createDirectories(file.getParent());
        Files.write(file, content);
    }
}
