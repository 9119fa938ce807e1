package io.agentbay.reactive.benchmarks.snapshot;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Random;

/** Files in folders of a hundred, one in a hundred large; half of them is text that compresses, half does not. */
final class MixedTree {

    private static final int IN_FOLDER = 100;
    private static final int LARGE_SHARE = 20;
    private static final String[] WORDS =
            "the quick brown agent reads files and writes reports of what it found".split(" ");

    private MixedTree() {}

    /** About so many bytes in all, a fifth of them in the large files; the same each time. */
    static void write(Path directory, int files, long bytes) throws IOException {
        var large = (int) (bytes / 100 * LARGE_SHARE / Math.max(1, files / IN_FOLDER));
        var small = (int) (bytes / 100 * (100 - LARGE_SHARE) / files * 2);
        var random = new Random(files);
        for (int number = 0; number < files; number++) {
            var file = directory.resolve("folder-" + number / IN_FOLDER).resolve("file-" + number);
            var size = number % IN_FOLDER == 0 ? large : 1 + random.nextInt(small);
            Files.createDirectories(file.getParent());
            Files.write(file, number % 2 == 0 ? noise(random, size) : text(random, size));
        }
    }

    private static byte[] noise(Random random, int size) {
        var bytes = new byte[size];
        random.nextBytes(bytes);
        return bytes;
    }

    private static byte[] text(Random random, int size) {
        var text = new StringBuilder(size + IN_FOLDER);
        while (text.length() < size) {
            text.append(WORDS[random.nextInt(WORDS.length)])
                    .append(' ')
                    .append(random.nextInt(1_000))
                    .append('\n');
        }
        return Arrays.copyOf(text.toString().getBytes(StandardCharsets.US_ASCII), size);
    }

    static long size(Path directory) throws IOException {
        try (var paths = Files.walk(directory)) {
            long sum = 0;
            for (var path : paths.filter(Files::isRegularFile).toList()) {
                sum += Files.size(path);
            }
            return sum;
        }
    }
}
