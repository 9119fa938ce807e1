package io.agentbay.reactive.local.disk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.agentbay.reactive.local.core.DiskEntry;
import io.agentbay.reactive.local.core.DiskReader;
import io.agentbay.reactive.local.core.DiskWriter;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.io.TempDirFactory;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FileDiskTests {

    @TempDir(factory = TempDirFactory.Standard.class)
    private Path root;

    private FileDisk disk;

    @BeforeEach
    void open() throws IOException {
        disk = FileDisk.in(root.resolve("data"));
    }

    private void write(String path, String content) throws IOException {
        try (DiskWriter writer = disk.create(path)) {
            writer.write(StandardCharsets.UTF_8.encode(content));
            writer.force();
        }
    }

    private String read(String path) throws IOException {
        try (DiskReader reader = disk.open(path)) {
            ByteBuffer buffer = ByteBuffer.allocate((int) reader.size());
            assertThat(reader.read(0, buffer)).isEqualTo(buffer.capacity());
            return new String(buffer.array(), StandardCharsets.UTF_8);
        }
    }

    @Test
    void aFileIsWrittenMovedListedAndDeleted() throws IOException {
        disk.createDirectories("a/b");
        write("a/new", "content");
        disk.move("a/new", "a/b/kept");
        disk.forceDirectory("a/b");

        assertThat(read("a/b/kept")).isEqualTo("content");
        assertThat(disk.list("a/b")).extracting(DiskEntry::name).containsExactly("kept");
        assertThat(disk.stat("a/b/kept").orElseThrow().size()).isEqualTo(7);
        assertThat(disk.stat("a/new")).isEmpty();
        assertThat(disk.stat("no/such/file")).isEmpty();
        disk.delete("a/b/kept");
        assertThatThrownBy(() -> disk.delete("a/b/kept")).isInstanceOf(NoSuchFileException.class);
    }

    @Test
    void createNeverOverwritesAndAppendAdds() throws IOException {
        write("file", "one");

        assertThatThrownBy(() -> disk.create("file")).isInstanceOf(FileAlreadyExistsException.class);
        try (DiskWriter writer = disk.append("file")) {
            writer.write(StandardCharsets.UTF_8.encode(" two"));
        }
        assertThat(read("file")).isEqualTo("one two");
    }

    @Test
    void readingGoesByPositionAndEndsWithMinusOne() throws IOException {
        write("file", "0123456789");
        try (DiskReader reader = disk.open("file")) {
            ByteBuffer buffer = ByteBuffer.allocate(4);
            assertThat(reader.read(8, buffer)).isEqualTo(2);
            assertThat(reader.read(10, buffer)).isEqualTo(-1);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"../escape", "a/../../escape", "..", ".", "a//b", "/etc/passwd", "a/./b", "a\0b"})
    void noPathLeavesTheRoot(String path) {
        assertThatThrownBy(() -> disk.create(path)).isInstanceOf(FileSystemException.class);
        assertThatThrownBy(() -> disk.open(path)).isInstanceOf(FileSystemException.class);
        assertThatThrownBy(() -> disk.createDirectories(path)).isInstanceOf(FileSystemException.class);
    }

    @Test
    void manyMakeADirectoryAndFillItAtOnce() throws Exception {
        var threads = Executors.newFixedThreadPool(4);
        try {
            for (int round = 0; round < 100; round++) {
                String directory = "all/" + round;
                var work = IntStream.range(0, 4)
                        .<Callable<Object>>mapToObj(n -> () -> {
                            disk.createDirectories(directory);
                            write(directory + "/" + n, "content");
                            return n;
                        })
                        .toList();
                for (var done : threads.invokeAll(work)) {
                    done.get();
                }
                assertThat(disk.list(directory)).hasSize(4);
            }
        } finally {
            threads.shutdownNow();
        }
        assertThat(root.resolve("data/.aside").toFile().list()).isNullOrEmpty();
    }

    @Test
    void noLinkIsFollowed() throws IOException {
        Path outside = Files.createDirectories(root.resolve("outside"));
        Files.writeString(outside.resolve("secret"), "secret");
        Files.createSymbolicLink(root.resolve("data/link"), outside);
        Files.createSymbolicLink(root.resolve("data/file"), outside.resolve("secret"));

        assertThatThrownBy(() -> disk.open("link/secret")).isInstanceOf(FileSystemException.class);
        assertThatThrownBy(() -> disk.create("link/new")).isInstanceOf(FileSystemException.class);
        assertThatThrownBy(() -> disk.createDirectories("link/deeper")).isInstanceOf(FileSystemException.class);
        assertThatThrownBy(() -> disk.open("file")).isInstanceOf(IOException.class);
        assertThatThrownBy(() -> disk.append("file")).isInstanceOf(IOException.class);
        assertThat(disk.stat("link").orElseThrow().kind()).isEqualTo(DiskEntry.Kind.OTHER);
        assertThat(outside.toFile().list()).containsExactly("secret");
    }

    /** What a link says is read where its directory was reached, though that one is swapped with a link to the outside. */
    @Test
    void aLinkThatComesMeanwhileIsNotReadOutside() throws Exception {
        Path outside = Files.createDirectories(root.resolve("outside"));
        Files.createSymbolicLink(outside.resolve("l"), Path.of("outside"));
        disk.createDirectories("d");
        Files.createSymbolicLink(root.resolve("data/d/l"), Path.of("inside"));

        List<String> read = new ArrayList<>();
        try (var swapper = LinkSwapper.start(root.resolve("data/d"), outside)) {
            for (int i = 0; i < 3_000; i++) {
                try {
                    disk.link("d/l").ifPresent(read::add);
                } catch (IOException inBetween) {
                    read.add("inside");
                }
            }
        }

        assertThat(read).containsOnly("inside");
    }

    /** One thread swaps a directory and a link to the outside, as a command may; the other reads through them. */
    @Test
    void aLinkThatComesBetweenALookAndTheWorkIsNotFollowed() throws Exception {
        Path outside = Files.createDirectories(root.resolve("outside"));
        Files.writeString(outside.resolve("file"), "outside");
        disk.createDirectories("d");
        write("d/file", "inside!");

        List<String> read = new ArrayList<>();
        try (var swapper = LinkSwapper.start(root.resolve("data/d"), outside)) {
            for (int i = 0; i < 3_000; i++) {
                try {
                    read.add(read("d/file"));
                    disk.createDirectories("d/made");
                } catch (IOException inBetween) {
                    read.add("inside!");
                }
            }
        }

        assertThat(read).containsOnly("inside!");
        assertThat(outside.toFile().list()).containsExactly("file");
    }

    @Test
    void aDeletedFileStaysReadableWhereItIsOpen() throws IOException {
        write("file", "still here");
        try (DiskReader reader = disk.open("file")) {
            disk.delete("file");
            assertThat(reader.read(0, ByteBuffer.allocate(20))).isEqualTo(10);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"🎉 party", "é+%20'\"", "=utf16=x", "half \ud83d surrogate", "new\nline"})
    void everyNameComesBackAsItWas(String name) throws IOException {
        write(name, name);

        assertThat(disk.list("")).extracting(DiskEntry::name).containsExactly(name);
        assertThat(disk.stat(name).orElseThrow().isFile()).isTrue();
    }

    @Test
    void aNameTheFileSystemCannotHoldIsAnError() {
        assertThatThrownBy(() -> disk.create("x".repeat(300))).isInstanceOf(FileSystemException.class);
    }
}
