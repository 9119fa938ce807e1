package io.agentbay.reactive.examples.guide;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.FileVisitOption;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

/**
 * The page says what the compiled examples say. {@code -Dguide.refresh} takes its blocks from them again instead of
 * failing.
 */
class GuideDocumentTests {

    private static final Path OPERATIONS = Path.of("src/test/resources/guide-operations.txt");

    @Test
    void everyBlockIsTheCompiledSourceItNames() throws IOException {
        if (System.getProperty("guide.refresh") != null) {
            Files.writeString(GuideDocument.FILE, GuideDocument.read().refreshed());
        }
        var blocks = GuideDocument.read().blocks();
        assertThat(blocks).isNotEmpty().allSatisfy(block -> {
            assertThat(block.reference()).as(block.code()).isNotEmpty();
            assertThat(block.code()).as(block.reference()).isEqualTo(TaggedSources.region(block.reference()));
        });
    }

    @Test
    void everyTaggedSourceIsOnThePage() {
        var shown = GuideDocument.read().blocks().stream()
                .map(GuideDocument.Block::reference)
                .toList();
        assertThat(shown).containsExactlyInAnyOrderElementsOf(TaggedSources.all());
    }

    @Test
    void everySectionIsRunOnThePage() throws IOException {
        var page = Files.readString(GuideDocument.FILE);
        assertThat(Arrays.stream(GuideSection.values()).map(GuideSection::command))
                .allSatisfy(command -> assertThat(page).contains("`./guide " + command + "`"));
    }

    @Test
    void noOperationOfTheGuideIsMissingFromTheTable() throws IOException {
        var samples = GuideDocument.read().operations().stream()
                .map(GuideDocument.Operation::sample)
                .toList();
        assertThat(samples).containsExactlyElementsOf(Files.readAllLines(OPERATIONS));
    }

    @Test
    void everyProofIsATest() {
        assertThat(GuideDocument.read().operations()).allSatisfy(operation -> {
            assertThat(operation.call()).contains("`");
            assertThat(operation.proofs()).isNotEmpty().allSatisfy(GuideDocumentTests::assertTest);
        });
    }

    private static void assertTest(String proof) throws IOException {
        var parts = proof.split("#");
        var sources = testSources(parts[0]);
        assertThat(sources).as(proof).hasSize(1);
        assertThat(Files.readString(sources.get(0))).containsPattern("@\\w*Test\\b[^;{]*\\bvoid " + parts[1] + "\\(");
    }

    private static List<Path> testSources(String name) throws IOException {
        try (var modules = Files.newDirectoryStream(Path.of(".."), "agentbay-*")) {
            for (var module : modules) {
                var tests = module.resolve("src/test/java");
                if (!Files.isDirectory(tests)) {
                    continue;
                }
                try (var files = Files.walk(tests, FileVisitOption.FOLLOW_LINKS)) {
                    var found =
                            files.filter(file -> file.endsWith(name + ".java")).toList();
                    if (!found.isEmpty()) {
                        return found;
                    }
                }
            }
        }
        return List.of();
    }
}
