package io.agentbay.reactive.local.core;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Every hostile archive, downloaded into a session on a real disk: unpacked within its folder, left packed, or refused
 * with a reason.
 *
 * <p>Mutations tried, each of which makes these tests fail: {@code Unpack.run} writes before it has read the archive to
 * its end; {@code EntryNames} lets a file be a folder as well.
 */
class HostileArchiveTests {

    private static final int MOST_BYTES = 1 << 20;
    private static final int MOST_ENTRIES = 2_000;

    private static final String INTO_THE_MOUNT =
            "{\"extractPolicy\":{\"extract\":true,\"deleteSrcFile\":true,\"extractToCurrentFolder\":true}}";

    @TempDir
    private Path around;

    @Test
    void noArchiveWritesOutsideItsFolder() throws IOException {
        unpackAll(HostileArchives.all(7));
    }

    @Test
    @Tag("slow")
    void noArchiveOfAllWritesOutsideItsFolder() throws IOException {
        unpackAll(HostileArchives.all(1));
    }

    private void unpackAll(Map<String, byte[]> archives) throws IOException {
        Guarded guarded = guarded();
        assertThat(archives).hasSizeGreaterThan(300);
        boolean beside = false;
        for (Map.Entry<String, byte[]> archive : archives.entrySet()) {
            unpack(guarded, archive.getKey(), archive.getValue(), beside ? INTO_THE_MOUNT : "");
            beside = !beside;
        }
        guarded.assertNothingTaken();
        guarded.assertUntouched();
    }

    private Guarded guarded() throws IOException {
        return new Guarded(
                around,
                ServiceModel.defaults().mounts(m -> m.unpackedBytes(MOST_BYTES).unpackedEntries(MOST_ENTRIES)));
    }

    private static void unpack(Guarded guarded, String name, byte[] archive, String policy) throws IOException {
        LocalWorld world = guarded.world;
        world.put(guarded.context, "/mnt/in/evil.zip", archive);
        String session = world.session(guarded.context, "/mnt/in", policy);
        world.settle();

        Map<String, Object> task = world.tasks(session).get(0);
        boolean tooMuch = name.equals("a bomb") || name.equals("many entries");
        assertThat(task.get("status")).as(name).isIn(tooMuch ? "Failed" : "Success", "Failed");
        if (task.get("status").equals("Failed")) {
            assertThat((String) task.get("errorMessage")).as(name).isNotBlank().hasSizeLessThan(300);
            assertThat(entries(guarded, session, "/mnt/in")).as(name).isEmpty();
        }
        assertThat(entries(guarded, session, "/")).as(name).containsExactlyInAnyOrder("home", "mnt", "tmp");
        assertThat(entries(guarded, session, "/mnt")).as(name).containsExactly("in");
        assertThat(entries(guarded, session, "/tmp")).as(name).isEmpty();
        world.call("ReleaseMcpSession", "SessionId", session);
        for (String key : world.allKeys(guarded.context)) {
            world.call("DeleteContextFile", "ContextId", guarded.context, "FilePath", key);
        }
    }

    private static List<String> entries(Guarded guarded, String session, String directory) {
        String[] names = guarded.data
                .resolve("sessions")
                .resolve(session)
                .resolve("root" + directory)
                .toFile()
                .list();
        return names == null ? List.of() : List.of(names);
    }

    @Test
    void theSameArchivesAsTheArchiveOfAMountFailOrRestoreWithinIt() throws IOException {
        Guarded guarded = guarded();
        String policy = "{\"uploadPolicy\":{\"uploadMode\":\"Archive\"}}";
        for (Map.Entry<String, byte[]> archive : HostileArchives.structures().entrySet()) {
            guarded.world.put(guarded.context, "/mnt/in/in.archive.zip", archive.getValue());
            String session = guarded.world.session(guarded.context, "/mnt/in", policy);
            guarded.world.settle();
            assertThat(guarded.world.tasks(session).get(0).get("status")).isIn("Success", "Failed");
            assertThat(entries(guarded, session, "/mnt")).as(archive.getKey()).containsExactly("in");
            guarded.world.call("ReleaseMcpSession", "SessionId", session);
        }
        guarded.assertUntouched();
    }
}
