package io.agentbay.reactive.internal.file;

import static org.assertj.core.api.Assertions.assertThat;

import io.agentbay.reactive.common.Selector;
import io.agentbay.reactive.error.LocalFileException;
import java.nio.file.Files;
import org.junit.jupiter.api.Test;
import reactor.test.StepVerifier;

class CopyRulesTests extends CopyCase {

    @Test
    void linksAreNamedAndNotFollowed() throws Exception {
        var secret = Files.writeString(directory.resolve("secret"), "secret");
        Files.createSymbolicLink(source.resolve("link"), secret);
        Files.createSymbolicLink(source.resolve("loop"), source);
        write("a.txt", new byte[] {'a'});

        var report = copy();

        assertThat(report.skipped()).containsExactly("link", "loop");
        assertThat(bench.path("link")).doesNotExist();
        assertThat(bench.path("loop")).doesNotExist();
    }

    @Test
    void emptyDirectoriesAreMade() throws Exception {
        Files.createDirectories(source.resolve("a/empty"));
        Files.createDirectories(source.resolve("z"));
        write("b/file", new byte[] {'x'});

        copy();

        assertThat(bench.path("a/empty")).isEmptyDirectory();
        assertThat(bench.path("z")).isEmptyDirectory();
    }

    @Test
    void theSelectorDecides() throws Exception {
        write("src/a.java", new byte[] {'a'});
        write("target/b.class", new byte[] {0});
        write(".git/c", new byte[] {'c'});

        StepVerifier.create(
                        bench.files.copyFrom(source, bench.home, Selector.all().except("target", ".git")))
                .assertNext(report -> assertThat(report.filesMoved()).isEqualTo(1))
                .verifyComplete();

        assertThat(bench.path("target")).doesNotExist();
        assertThat(bench.path(".git")).doesNotExist();
    }

    @Test
    void aSingleFileGoesToTheVeryPath() throws Exception {
        var file = write("a.txt", new byte[] {'a'});
        var copy = bench.files.copyFrom(file, bench.home + "/dir/renamed.txt", Selector.all());

        StepVerifier.create(copy).expectNextCount(1).verifyComplete();
        StepVerifier.create(copy)
                .assertNext(report -> assertThat(report.filesUnchanged()).isEqualTo(1))
                .verifyComplete();

        assertThat(bench.path("dir/renamed.txt")).hasContent("a");
    }

    @Test
    void aMissingSourceIsNamedAndNothingIsSent() {
        StepVerifier.create(bench.files.copyFrom(source.resolve("none"), bench.home, Selector.all()))
                .verifyErrorSatisfies(error ->
                        assertThat(error).isInstanceOf(LocalFileException.class).hasMessageContaining("none"));

        assertThat(bench.sandbox.calls).isEmpty();
    }
}
