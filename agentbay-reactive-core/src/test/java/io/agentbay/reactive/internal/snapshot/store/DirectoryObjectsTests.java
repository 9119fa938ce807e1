package io.agentbay.reactive.internal.snapshot.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.agentbay.reactive.common.Content;
import io.agentbay.reactive.error.LocalFileException;
import io.agentbay.reactive.error.NotFoundException;
import io.agentbay.reactive.internal.runtime.DefaultClientRuntime;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DirectoryObjectsTests {

    private static final Duration LIMIT = Duration.ofSeconds(10);

    private final DefaultClientRuntime runtime = DefaultClientRuntime.create(Clock.systemUTC());

    @TempDir
    Path directory;

    @AfterEach
    void close() {
        runtime.close().block(LIMIT);
    }

    private DirectoryObjects objects() {
        return new DirectoryObjects(runtime.localFiles(), directory.resolve("root"));
    }

    @Test
    void whatIsPutIsListedAndDeleted() {
        var objects = objects();
        assertThat(objects.list("/").collectList().block(LIMIT)).isEmpty();

        objects.put("/a/b/c", Content.of("text")).block(LIMIT);

        assertThat(objects.list("/a").collectList().block(LIMIT))
                .singleElement()
                .satisfies(one -> assertThat(one.name()).isEqualTo("/a/b/c"))
                .satisfies(one -> assertThat(one.size()).isEqualTo(4));
        objects.delete("/a/b/c").block(LIMIT);
        objects.delete("/a/b/c").block(LIMIT);
        assertThatThrownBy(() -> objects.get("/a/b/c").blockLast(LIMIT)).isInstanceOf(NotFoundException.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/../evil", "/a/../../evil", "/a//b", "/./a"})
    void noNameLeadsElsewhere(String name) {
        assertThatThrownBy(() -> objects().put(name, Content.of("x")).block(LIMIT))
                .isInstanceOf(LocalFileException.class);
        assertThat(directory).isEmptyDirectory();
    }

    @Test
    void noLinkLeadsElsewhere() throws IOException {
        var outside = Files.createDirectory(directory.resolve("outside"));
        Files.createSymbolicLink(
                Files.createDirectory(directory.resolve("root")).resolve("link"), outside);

        assertThatThrownBy(() -> objects().put("/link/deep/x", Content.of("x")).block(LIMIT))
                .isInstanceOf(LocalFileException.class);
        assertThat(outside).isEmptyDirectory();
    }
}
