package io.agentbay.reactive.local.core;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** A mutation tried, which makes these tests fail: {@code EntryNames.below} that takes {@code ..}. */
class UnpackTests {
    private final LocalWorld world = LocalWorld.create();
    private final String context = world.context("project");

    static byte[] zip(String... names) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            for (String name : names) {
                zip.putNextEntry(new ZipEntry(name));
                if (!name.endsWith("/")) {
                    zip.write(("content of " + name).getBytes(java.nio.charset.StandardCharsets.UTF_8));
                }
                zip.closeEntry();
            }
        }
        return bytes.toByteArray();
    }

    private static String extracting(boolean extract, boolean deleteSource, boolean currentFolder) {
        return "{\"extractPolicy\":{\"extract\":" + extract + ",\"deleteSrcFile\":" + deleteSource
                + ",\"extractToCurrentFolder\":" + currentFolder + "}}";
    }

    private List<String> downloaded(LocalWorld in, String id, String policy) {
        String session = in.session(id, "/mnt/data", policy);
        in.settle();
        assertThat(in.tasks(session).get(0)).containsEntry("status", "Success");
        return in.files(session, "/mnt/data");
    }

    @ParameterizedTest
    @CsvSource({
        "true,  true,  false, own/x.txt own/y/z.txt",
        "true,  true,  true,  x.txt y/z.txt",
        "true,  false, false, own.zip own/x.txt own/y/z.txt",
        "true,  false, true,  own.zip x.txt y/z.txt",
        "false, true,  false, own.zip",
        "false, true,  true,  own.zip",
        "false, false, false, own.zip",
        "false, false, true,  own.zip"
    })
    void archivesAreUnpackedAsThePolicySays(boolean extract, boolean deleteSource, boolean current, String expected)
            throws IOException {
        world.put(context, "/mnt/data/own.zip", zip("x.txt", "y/", "y/z.txt"));
        world.put(context, "/mnt/data/plain.txt", "plain");
        List<String> all = new java.util.ArrayList<>(List.of(expected.split(" ")));
        all.add("plain.txt");
        assertThat(downloaded(world, context, extracting(extract, deleteSource, current)))
                .containsExactlyInAnyOrderElementsOf(all);
    }

    @Test
    void theModelMayUnpackOnlyWhatArchivedMountsMade() throws IOException {
        LocalWorld own =
                new LocalWorld(ServiceModel.defaults().mounts(m -> m.unpacks(MountModel.Unpacks.OWN_ARCHIVES)));
        String id = own.context("project");
        own.put(id, "/mnt/data/users.zip", zip("x.txt"));
        assertThat(downloaded(own, id, "")).containsExactly("users.zip");
    }

    static List<byte[]> broken() throws IOException {
        byte[] whole = zip("a.txt", "b.txt", "c.txt");
        byte[] garbled = whole.clone();
        garbled[45] ^= 0x5A;
        garbled[46] ^= 0x5A;
        return List.of(
                new byte[0],
                "just text".getBytes(java.nio.charset.StandardCharsets.UTF_8),
                Arrays.copyOf(whole, whole.length / 2),
                Arrays.copyOf(whole, whole.length - 5),
                garbled,
                "PK\3\4".getBytes(java.nio.charset.StandardCharsets.UTF_8));
    }

    @ParameterizedTest
    @MethodSource("broken")
    void aFileThatIsNoWholeArchiveStaysAFile(byte[] bytes) throws IOException {
        world.put(context, "/mnt/data/odd.zip", bytes);
        assertThat(downloaded(world, context, "")).containsExactly("odd.zip");
    }

    @Test
    void anArchiveWhoseFolderIsAFileStaysPacked() throws IOException {
        world.put(context, "/mnt/data/tool", "a program");
        world.put(context, "/mnt/data/tool.zip", zip("x.txt"));
        assertThat(downloaded(world, context, "")).containsExactly("tool", "tool.zip");
    }

    static List<String> hostileNames() {
        return List.of(
                "../escape",
                "a/../../escape",
                "..",
                "/escape",
                "/etc/passwd",
                "\\escape",
                "..\\escape",
                "a\\..\\..\\escape",
                "C:\\escape",
                "c:/escape",
                "a\0b",
                "x".repeat(300),
                "d/".repeat(3000) + "f",
                ".");
    }

    @ParameterizedTest
    @MethodSource("hostileNames")
    void anEntryThatLeadsElsewhereFailsTheTaskAndNothingIsWritten(String name) throws IOException {
        world.put(context, "/mnt/data/evil.zip", zip("good.txt", name));
        assertRefused(world, context, "is refused");
    }

    @Test
    void aFileThatIsAFolderTooIsRefused() throws IOException {
        world.put(context, "/mnt/data/evil.zip", zip("a", "a/b"));
        assertRefused(world, context, "is refused");
    }

    private static void assertRefused(LocalWorld world, String context, String reason) {
        String session = world.session(context, "/mnt/data", extracting(true, true, true));
        world.settle();
        assertThat(world.tasks(session).get(0)).containsEntry("status", "Failed");
        assertThat((String) world.tasks(session).get(0).get("errorMessage"))
                .contains("not unpacked")
                .contains(reason)
                .hasSizeLessThan(200);
        assertThat(world.disk.files("")).noneMatch(file -> file.contains("escape") || file.contains("good"));
        assertThat(world.files(session, "/mnt/data")).isEmpty();
    }

    private static LocalWorld limited(UnaryOperator<MountModel> limit) {
        return new LocalWorld(ServiceModel.defaults().mounts(limit));
    }

    @Test
    void aBombIsRefusedBeforeItIsWritten() throws IOException {
        LocalWorld small = limited(m -> m.unpackedBytes(1 << 20));
        String id = small.context("project");
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            zip.putNextEntry(new ZipEntry("bomb"));
            zip.write(new byte[8 << 20]);
        }
        small.put(id, "/mnt/data/bomb.zip", bytes.toByteArray());
        assertRefused(small, id, "more than 1048576 bytes");
    }

    @Test
    void tooManyEntriesAreRefused() throws IOException {
        LocalWorld small = limited(m -> m.unpackedEntries(2));
        String id = small.context("project");
        small.put(id, "/mnt/data/many.zip", zip("a", "b", "c"));
        assertRefused(small, id, "more than 2 entries");
    }

    @Test
    void anArchiveInsideAnArchiveStaysPacked() throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            zip.putNextEntry(new ZipEntry("inner.zip"));
            zip.write(zip("x.txt"));
        }
        world.put(context, "/mnt/data/outer.zip", bytes.toByteArray());
        assertThat(downloaded(world, context, "")).containsExactly("outer/inner.zip");
    }
}
