package io.agentbay.reactive.examples.guide;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;

/** The page: its code blocks, each with the source it names, and its table of operations. */
final class GuideDocument {

    static final Path FILE = Path.of("..", "docs", "guide.md");

    private static final Pattern BLOCK =
            Pattern.compile("(?:<!-- (?<reference>\\S+\\.java#\\S+) -->\n)?```java\n(?<code>.*?)\n```", Pattern.DOTALL);

    private final String text;

    private GuideDocument(String text) {
        this.text = text;
    }

    static GuideDocument read() {
        try {
            return new GuideDocument(Files.readString(FILE));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A block of Java; {@code reference} is empty where the page names no source for it. */
    record Block(String reference, String code) {}

    List<Block> blocks() {
        var blocks = new ArrayList<Block>();
        var matcher = BLOCK.matcher(text);
        while (matcher.find()) {
            var reference = matcher.group("reference");
            blocks.add(new Block(reference == null ? "" : reference, matcher.group("code")));
        }
        return blocks;
    }

    /** The page with every block taken from its source again. */
    String refreshed() {
        return BLOCK.matcher(text).replaceAll(match -> {
            var reference = match.group(1);
            var code = reference == null ? match.group(2) : TaggedSources.region(reference);
            var start = reference == null ? "" : "<!-- " + reference + " -->\n";
            return java.util.regex.Matcher.quoteReplacement(start + "```java\n" + code + "\n```");
        });
    }

    /** A row of the table: what the guide shows, our call, the tests that prove it. */
    record Operation(String sample, String call, List<String> proofs) {}

    List<Operation> operations() {
        return text.lines()
                .dropWhile(line -> !line.startsWith("| The guide's sample"))
                .skip(2)
                .takeWhile(line -> line.startsWith("|"))
                .map(GuideDocument::operation)
                .toList();
    }

    private static Operation operation(String row) {
        var cells = row.split("(?<!\\\\)\\|");
        var proofs = Arrays.stream(cells[3].split(","))
                .map(proof -> proof.strip().replace("`", ""))
                .toList();
        return new Operation(cells[1].strip(), cells[2].strip(), proofs);
    }
}
