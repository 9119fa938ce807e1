package io.agentbay.reactive.local.disk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.agentbay.reactive.local.core.DiskEntry;
import java.io.File;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.io.TempDirFactory;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * What a command can leave in the files of its session, and what the disk makes of it. A mutation tried, which makes
 * these tests fail: {@code HeldReach.made} that leaves the parent open when it fails.
 */
class HostileTreeTests {

    private static final int DEEPER_THAN_ANY_PATH = 2_200;

    @TempDir(factory = TempDirFactory.Standard.class)
    private Path directory;

    private Path root;
    private FileDisk disk;

    @BeforeEach
    void open() throws IOException {
        root = directory.resolve("data");
        disk = FileDisk.in(root);
    }

    /** Wraps a directory in another again and again, as a command that changes its directory can nest them. */
    static void nest(Path place, int depth) throws IOException {
        Path inner = Files.createDirectory(place.resolveSibling("nest-0"));
        for (int i = 1; i <= depth; i++) {
            Path outer = Files.createDirectory(place.resolveSibling("nest-" + i));
            Files.move(inner, outer.resolve("d"));
            inner = outer;
        }
        Files.move(inner, place);
    }

    static Path withBytes(Path parent, String percentEncoded) {
        return Path.of(
                URI.create(parent.toUri() + (parent.toUri().toString().endsWith("/") ? "" : "/") + percentEncoded));
    }

    @Test
    void directoriesDeeperThanAnyPathAreDeleted() throws IOException {
        disk.createDirectories("tree");
        nest(root.resolve("tree/deep"), DEEPER_THAN_ANY_PATH);

        disk.deleteTree("tree");

        assertThat(disk.stat("tree")).isEmpty();
        assertThat(root.resolve(Aside.NAME)).isEmptyDirectory();
    }

    @ParameterizedTest
    @ValueSource(strings = {"%FF%FE", "a%C3", "%C0%AE%C0%AE", "%ED%A0%80", "%EF%BF%BD"})
    void namesThatAreNoTextAreSeenAndDeletedAndNothingElse(String name) throws IOException {
        disk.createDirectories("tree/inner");
        Files.writeString(withBytes(root.resolve("tree"), name), "x");
        Files.createDirectories(withBytes(root.resolve("tree/inner"), name + "d"));

        boolean text = name.equals("%EF%BF%BD");
        assertThat(disk.list("tree"))
                .filteredOn(entry -> !entry.name().equals("inner"))
                .extracting(DiskEntry::kind)
                .containsExactly(text ? DiskEntry.Kind.FILE : DiskEntry.Kind.NAMELESS);
        disk.deleteTree("tree");
        assertThat(disk.stat("tree")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"../../outside", "a/b", "..", "/", "plain"})
    void aForgedEscapeStandsForNothingElse(String meant) throws IOException {
        byte[] utf16 = meant.getBytes(StandardCharsets.UTF_16BE);
        String forged = "=utf16=" + Base64.getUrlEncoder().withoutPadding().encodeToString(utf16);
        disk.createDirectories("tree");
        Files.writeString(root.resolve("tree").resolve(forged), "x");

        assertThat(disk.list("tree")).extracting(DiskEntry::name).containsExactly(forged);
        assertThat(disk.list("tree")).extracting(DiskEntry::kind).containsExactly(DiskEntry.Kind.NAMELESS);
    }

    @Test
    void linksAreDeletedAsLinks() throws IOException {
        Path outside = Files.createDirectories(directory.resolve("outside/kept"));
        disk.createDirectories("tree");
        Files.createSymbolicLink(root.resolve("tree/link"), outside.getParent());
        Files.createSymbolicLink(root.resolve("tree/loop"), Path.of("."));

        disk.deleteTree("tree");

        assertThat(outside).isDirectory();
        assertThat(disk.stat("tree")).isEmpty();
    }

    @Test
    void directoriesClosedToTheirOwnerAreDeleted() throws IOException {
        disk.createDirectories("tree/closed/inner");
        Files.writeString(root.resolve("tree/closed/file"), "x");
        new ProcessBuilder("chmod", "-R", "000", root.resolve("tree/closed").toString())
                .start()
                .onExit()
                .join();

        disk.deleteTree("tree");

        assertThat(disk.stat("tree")).isEmpty();
    }

    @Test
    void whatACrashLeftAsideGoesAndIsInNobodysWay() throws IOException {
        Files.createDirectories(root.resolve(Aside.NAME).resolve("1/inner"));
        Files.writeString(root.resolve(Aside.NAME).resolve("2"), "x");

        FileDisk again = FileDisk.in(root);
        assertThat(root.resolve(Aside.NAME)).isEmptyDirectory();
        Files.createDirectories(root.resolve(Aside.NAME).resolve("1"));
        again.createDirectories("made");
        assertThat(root.resolve("made")).isDirectory();
    }

    /** Without the look before, the open waits for the other end of the pipe for ever. */
    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void aPipeIsNeverOpened(boolean held) throws Exception {
        FileDisk any = held ? disk : FileDisk.byPath(root);
        Process made = new ProcessBuilder("mkfifo", root.resolve("pipe").toString()).start();
        assertThat(made.waitFor()).isZero();

        CompletableFuture<Void> tried = CompletableFuture.runAsync(
                () -> {
                    assertThatThrownBy(() -> any.open("pipe")).isInstanceOf(FileSystemException.class);
                    assertThatThrownBy(() -> any.append("pipe")).isInstanceOf(FileSystemException.class);
                },
                work -> new Thread(work).start());
        assertThat(tried).succeedsWithin(1, TimeUnit.MINUTES);
    }

    @Test
    void aPathThatIsRefusedLeavesNoDirectoryOpen() {
        String tooLong = "x".repeat(300);
        long before = openFiles();
        for (int i = 0; i < 3_000; i++) {
            assertThatThrownBy(() -> disk.createDirectories("a/" + tooLong)).isInstanceOf(FileSystemException.class);
        }
        assertThat(openFiles() - before).isLessThan(1_500);
    }

    private static long openFiles() {
        String[] open = new File("/proc/self/fd").list();
        return open == null ? 0 : open.length;
    }

    @ParameterizedTest
    @ValueSource(strings = {"link/secret", "link/new", "link", "file", "chain/secret", "up/outside/secret"})
    void noLinkIsFollowedWhereDirectoriesCannotBeHeld(String path) throws IOException {
        Path outside = Files.createDirectories(directory.resolve("outside"));
        Files.writeString(outside.resolve("secret"), "secret");
        FileDisk byPath = FileDisk.byPath(root);
        Files.createSymbolicLink(root.resolve("link"), outside);
        Files.createSymbolicLink(root.resolve("chain"), Path.of("link"));
        Files.createSymbolicLink(root.resolve("up"), Path.of(".."));
        Files.createSymbolicLink(root.resolve("file"), outside.resolve("secret"));

        assertThatThrownBy(() -> byPath.open(path)).isInstanceOf(IOException.class);
        assertThatThrownBy(() -> byPath.append(path)).isInstanceOf(IOException.class);
        assertThatThrownBy(() -> byPath.createDirectories(path + "/made")).isInstanceOf(IOException.class);
        assertThat(outside.toFile().list()).containsExactly("secret");
        assertThat(outside.resolve("secret")).hasContent("secret");
    }
}
