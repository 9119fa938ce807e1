package io.agentbay.reactive.examples.quickstart;

import io.agentbay.reactive.common.Selector;
import java.nio.file.Path;
import java.util.List;

/**
 * The directory to save, as it was when the run began.
 *
 * @param root where it is
 * @param selector what of it is taken
 * @param files its files, by path
 * @param emptyDirectories directories without any file below, which a context cannot keep
 * @param skipped links and special files, which are not copied
 */
record SourceTree(
        Path root, Selector selector, List<SourceFile> files, List<String> emptyDirectories, List<String> skipped) {

    long bytes() {
        return files.stream().mapToLong(SourceFile::size).sum();
    }
}
