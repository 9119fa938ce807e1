package io.agentbay.reactive.internal.file;

import static org.assertj.core.api.Assertions.assertThat;

import io.agentbay.reactive.common.Selector;
import io.agentbay.reactive.file.Difference;
import io.agentbay.reactive.file.TransferReport;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

/** A local directory, a session to copy it into, and the means to compare the two. */
abstract class CopyCase {

    @TempDir
    Path directory;

    Bench bench;
    Path source;

    @BeforeEach
    void open() throws Exception {
        bench = new Bench(directory);
        source = Files.createDirectories(directory.resolve("source"));
    }

    @AfterEach
    void close() {
        bench.close();
    }

    TransferReport copy() {
        return bench.files.copyFrom(source, bench.home, Selector.all()).block(Duration.ofSeconds(60));
    }

    List<Difference> compare() {
        return bench.files
                .compare(source, bench.home, Selector.all())
                .collectList()
                .block(Duration.ofSeconds(60));
    }

    Path write(String name, byte[] bytes) throws IOException {
        var path = source.resolve(name);
        Files.createDirectories(path.getParent());
        return Files.write(path, bytes);
    }

    void assertSame() throws IOException {
        assertSame(source, Path.of(bench.home));
    }

    static void assertSame(Path left, Path right) throws IOException {
        try (var files = Files.walk(left)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                assertThat(right.resolve(left.relativize(file).toString())).hasSameBinaryContentAs(file);
            }
        }
    }
}
