package io.agentbay.reactive.examples.guide;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** Regions of the compiled examples, between {@code // tag::name[]} and {@code // end::name[]}. */
final class TaggedSources {

    private static final Path DIRECTORY = Path.of("src/main/java/io/agentbay/reactive/examples/guide");

    private TaggedSources() {}

    /** Every region there is, as {@code Class.java#name}. */
    static List<String> all() {
        try (var files = Files.list(DIRECTORY)) {
            return files.sorted().flatMap(file -> tags(file).stream()).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static String region(String reference) {
        var parts = reference.split("#", 2);
        var lines = lines(DIRECTORY.resolve(parts[0]));
        var from = index(lines, "// tag::" + parts[1] + "[]", reference);
        var to = index(lines, "// end::" + parts[1] + "[]", reference);
        return String.join("\n", lines.subList(from + 1, to)).stripIndent();
    }

    private static int index(List<String> lines, String marker, String reference) {
        for (int i = 0; i < lines.size(); i++) {
            if (lines.get(i).strip().equals(marker)) {
                return i;
            }
        }
        throw new AssertionError("There is no " + marker + " for " + reference);
    }

    private static List<String> tags(Path file) {
        return lines(file).stream()
                .map(String::strip)
                .filter(line -> line.startsWith("// tag::"))
                .map(line -> file.getFileName() + "#" + line.substring("// tag::".length(), line.length() - 2))
                .toList();
    }

    private static List<String> lines(Path file) {
        try {
            return Files.readAllLines(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
