package io.agentbay.reactive.local.snapshot;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Random;
import java.util.stream.IntStream;

/**
 * Files in folders of a hundred, one in a hundred of them large, with bytes that do not compress.
 *
 * @param files how many
 * @param scale of their sizes: with 9, 10,000 files are 1 GiB
 */
record SnapshotTree(int files, int scale) {

    static final String CONTEXT = "my-project";

    private static final int IN_FOLDER = 100;
    private static final int PAGE = 50;
    private static final int LARGE = 240 * 1024;
    private static final int SMALL = 20 * 1024;

    String path(int number) {
        return "/mnt/data/folder-" + number / IN_FOLDER + "/file-" + number;
    }

    /** Listing pages of all folders: the root and the two above the others, too. */
    int pages() {
        var folders = (files + IN_FOLDER - 1) / IN_FOLDER;
        return 2 + (folders + PAGE - 1) / PAGE + folders * (IN_FOLDER / PAGE);
    }

    int size(int number) {
        return scale * (number % IN_FOLDER == 7 ? LARGE : 1 + Math.floorMod(number * 7919, SMALL));
    }

    byte[] content(int number) {
        return bytes(number, number);
    }

    byte[] changed(int number) {
        return bytes(number, files + number);
    }

    private byte[] bytes(int number, int seed) {
        var bytes = new byte[size(number)];
        new Random(seed).nextBytes(bytes);
        return bytes;
    }

    /** Ten files, a large one among them. */
    int[] tenOfThem() {
        return IntStream.range(0, 10).map(index -> 7 + index * (files / 10)).toArray();
    }

    void write(Path directory) throws IOException {
        for (int number = 0; number < files; number++) {
            var file = directory.resolve(path(number).substring(1));
            Files.createDirectories(file.getParent());
            Files.write(file, content(number));
        }
    }
}
