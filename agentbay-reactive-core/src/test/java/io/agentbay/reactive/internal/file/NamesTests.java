package io.agentbay.reactive.internal.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.agentbay.reactive.error.LocalFileException;
import io.agentbay.reactive.file.FileEntry;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import reactor.core.publisher.Flux;
import reactor.test.StepVerifier;

class NamesTests {

    @ParameterizedTest
    @ValueSource(strings = {"", "a", "a/b", "/a/../b", "/a/./b", "/a\nb", "/a\0", "/.."})
    void aPathNoServiceCanMeanIsRefused(String path) {
        assertThatThrownBy(() -> RemotePath.check(path)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void pathsAreTakenApartAndPutTogether() {
        assertThat(RemotePath.check("/a/b//")).isEqualTo("/a/b");
        assertThat(RemotePath.parent("/a")).isEqualTo("/");
        assertThat(RemotePath.resolve("/", "a")).isEqualTo("/a");
        assertThat(RemotePath.relative("/a", "/a/b c")).isEqualTo("b c");
    }

    @ParameterizedTest
    @ValueSource(strings = {"../a", "a/../../b", "..", ".", "a//b", "/etc/passwd", ""})
    void noNameLeadsOutOfTheLocalDirectory(String name) {
        assertThatThrownBy(() -> LocalTarget.resolve(Path.of("/tmp/x"), name)).isInstanceOf(LocalFileException.class);
    }

    @Test
    void ordinaryNamesStay() {
        assertThat(LocalTarget.resolve(Path.of("/tmp/x"), "a b/..c")).isEqualTo(Path.of("/tmp/x/a b/..c"));
        assertThat(LocalTarget.resolve(Path.of("."), "a")).isEqualTo(Path.of("./a"));
    }

    @Test
    void listingsAndInfosAreReadToTheLetter() {
        assertThat(ToolTexts.listing("/d", "[DIR] a\n[FILE]  b [x].txt\nother\n[FILE] c:d"))
                .extracting(FileEntry::path)
                .containsExactly("/d/a", "/d/ b [x].txt", "/d/c:d");
        var info = ToolTexts.info("size: 12\nisDirectory: false\nmodified: 2026-11-22T13:52:04Z\nfoo");
        assertThat(ToolTexts.entry("/a", info))
                .isEqualTo(new FileEntry("/a", FileEntry.Type.FILE, 12, Instant.parse("2026-11-22T13:52:04Z")));
        assertThat(ToolTexts.entry("/a", ToolTexts.info("permissions: 644"))).isNull();
        assertThat(ToolTexts.hits("No matches found")).isEmpty();
    }

    @Test
    void aMissingFileIsToldFromOtherThingsMissing() {
        assertThat(ToolTexts.saysMissing("File not found: /a", "/a")).isTrue();
        assertThat(ToolTexts.saysMissing("ENOENT: no such file or directory, open '/not found'", "/not found"))
                .isTrue();
        assertThat(ToolTexts.saysMissing("permission denied: /not found", "/not found"))
                .isFalse();
        assertThat(ToolTexts.saysMissing("session not found", "/a")).isFalse();
        assertThat(ToolTexts.saysFileMissing("Text to replace not found: x", "/a"))
                .isFalse();
    }

    @Test
    void piecesHaveOneSizeWhateverTheBuffers() {
        var bytes = SessionWriteTests.random(1000);
        for (int buffer : new int[] {1, 7, 99, 100, 101, 1000}) {
            var source = Flux.range(0, (999 + buffer) / buffer)
                    .map(number -> ByteBuffer.wrap(bytes, number * buffer, Math.min(buffer, 1000 - number * buffer)));
            var seen = ByteBuffer.allocate(1000);
            StepVerifier.create(Pieces.of(source, 100).doOnNext(piece -> seen.put(piece.duplicate())))
                    .expectNextCount(10)
                    .verifyComplete();
            assertThat(Arrays.equals(seen.array(), bytes)).isTrue();
        }
        StepVerifier.create(Pieces.of(Flux.empty(), 100)).verifyComplete();
    }
}
