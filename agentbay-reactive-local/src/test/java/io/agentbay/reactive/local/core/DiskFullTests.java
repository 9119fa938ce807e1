package io.agentbay.reactive.local.core;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;

/**
 * A disk and a ledger in memory that have no room left. A mutation tried, which makes these tests fail: {@code
 * BlobWriter.close} that leaves its temporary file.
 */
class DiskFullTests {
    private static final String ARCHIVED = "{\"uploadPolicy\":{\"uploadMode\":\"Archive\"}}";

    private final LocalWorld world = LocalWorld.create();
    private final String context = world.context("project");

    private String statusOf(String session, String direction) {
        Map<String, Object> task = world.tasks(session, "TaskType", direction).get(0);
        return task.get("status") + " " + task.get("errorMessage");
    }

    @Test
    void aPutThatFindsNoRoomFailsAlone() throws IOException {
        world.put(context, "/a.txt", "old");
        world.disk.room(2);
        assertThatThrownBy(() -> world.put(context, "/a.txt", "newer"))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("No space left");
        assertThat(world.get(context, "/a.txt")).isEqualTo("old");
        assertThat(world.disk.files("tmp")).isEmpty();
        assertThat(world.context("other")).isNotEqualTo(context);
        world.disk.heal();
        world.put(context, "/a.txt", "newer");
        assertThat(world.get(context, "/a.txt")).isEqualTo("newer");
    }

    @Test
    void aToolThatFindsNoRoomSaysSoAndLeavesTheFileAsItWas() {
        String session = world.session(context, "/mnt/data", "");
        world.write(session, "/mnt/data/a.txt", "old");
        world.disk.room(2);
        assertThat(world.toolError(session, "write_file", "path", "/mnt/data/a.txt", "content", "newer"))
                .contains("No space left on device");
        assertThat(world.tool(session, "read_file", "path", "/mnt/data/a.txt")).isEqualTo("old");
    }

    @Test
    void anUploadThatFindsNoRoomKeepsWholeFilesOnlyAndCanBeRepeated() throws IOException {
        String session = world.session(context, "/mnt/data", "");
        world.settle();
        for (int i = 0; i < 200; i++) {
            world.write(session, "/mnt/data/f" + i, "0123456789" + i);
        }
        world.disk.room(1_000);
        world.upload(session, context, "/mnt/data");
        world.settle();
        assertThat(statusOf(session, "upload")).isEqualTo("Failed No space left on device");
        assertThat(world.allKeys(context)).hasSizeBetween(50, 150);
        for (String key : world.allKeys(context)) {
            assertThat(world.get(context, key)).isEqualTo("0123456789" + key.substring("/mnt/data/f".length()));
        }
        world.disk.heal();
        world.upload(session, context, "/mnt/data");
        world.settle();
        assertThat(statusOf(session, "upload")).isEqualTo("Success ");
        assertThat(world.allKeys(context)).hasSize(200);
    }

    @Test
    void aDownloadThatFindsNoRoomLeavesNoHalfFile() throws IOException {
        world.put(context, "/mnt/data/a", "first file");
        world.put(context, "/mnt/data/b", "second file");
        world.disk.room(15);
        String session = world.session(context, "/mnt/data", "");
        world.settle();
        assertThat(statusOf(session, "download")).isEqualTo("Failed No space left on device");
        assertThat(world.files(session, "/mnt/data")).containsExactly("a");
        assertThat(world.tool(session, "read_file", "path", "/mnt/data/a")).isEqualTo("first file");
    }

    @Test
    void anArchiveThatFindsNoRoomLeavesTheOneBefore() throws IOException {
        String session = world.session(context, "/mnt/data", ARCHIVED);
        world.settle();
        world.write(session, "/mnt/data/a", "a");
        world.upload(session, context, "/mnt/data");
        world.settle();
        world.write(session, "/mnt/data/b", "b");
        world.disk.room(50);
        world.upload(session, context, "/mnt/data");
        world.settle();
        assertThat(statusOf(session, "upload")).isEqualTo("Failed No space left on device");
        world.disk.heal();
        String next = world.session(context, "/mnt/data", ARCHIVED);
        world.settle();
        assertThat(world.files(next, "/mnt/data")).containsExactly("a");
        assertThat(world.disk.files("tmp")).isEmpty();
    }

    @Test
    void anArchiveThatFindsNoRoomToBeUnpackedFailsItsTask() throws IOException {
        world.put(context, "/mnt/data/own.zip", UnpackTests.zip("a", "b"));
        world.disk.room(15);
        String session = world.session(context, "/mnt/data", "");
        world.settle();
        assertThat(statusOf(session, "download")).isEqualTo("Failed No space left on device");
        assertThat(world.files(session, "/mnt/data")).containsExactly("own/a");
    }

    @Test
    void aLedgerWithoutRoomFailsWhatMeetsItAndNothingElseAndGoesOnWhenThereIsRoom() throws IOException {
        String session = world.session(context, "/mnt/data", "");
        world.settle();
        world.write(session, "/mnt/data/a", "a");
        world.ledger.full();
        assertThatThrownBy(() -> world.put(context, "/b", "b")).hasMessage("No space left on device");
        assertThat(world.call("CreateMcpSession").message()).isEqualTo("No space left on device");
        world.upload(session, context, "/mnt/data");
        world.settle();
        assertThat(statusOf(session, "upload")).isEqualTo("Failed No space left on device");
        assertThat(world.disk.files("blobs")).isEmpty();
        world.ledger.heal();
        world.upload(session, context, "/mnt/data");
        world.settle();
        world.put(context, "/b", "b");
        assertThat(world.powerLost().allKeys(context)).containsExactlyInAnyOrder("/mnt/data/a", "/b");
        StorageCheck.noOrphans(world.ledger.load(), world.disk);
    }

    /** A mutation that forgets {@code Ground.untilRoom} leaves the session, the context and the content behind. */
    @Test
    void whatNobodyWaitsForIsDoneWhenThereIsRoomAgain() throws IOException {
        String session = world.session(context, "/mnt/data", "");
        world.put(context, "/a", "a");
        world.data("ClearContext", "Id", context);
        world.data("DeleteSessionAsync", "SessionId", session);
        world.ledger.full();
        world.run(Duration.ofMinutes(1));
        assertThat(world.allKeys(context)).containsExactly("/a");
        world.ledger.heal();
        world.run(Duration.ofSeconds(10));
        assertThat(world.allKeys(context)).isEmpty();
        assertThat(world.<Map<String, Object>>data("GetContext", "ContextId", context))
                .containsEntry("State", "available");
        assertThat(world.disk.files("blobs")).isEmpty();
        assertThat(world.disk.files("sessions")).isEmpty();
        assertThat(world.ledger.load().sessions()).allMatch(row -> row.ended() != null);
    }

    /** A rule that was not committed must delete nothing. */
    @Test
    void aRuleOfRecyclingThatFoundNoRoomIsNotFollowed() throws IOException {
        world.put(context, "/mnt/data/a", "a");
        world.ledger.full();
        String policy = "{\"recyclePolicy\":{\"lifecycle\":\"Lifecycle_1Day\",\"paths\":[\"\"]}}";
        assertThatThrownBy(() -> world.session(context, "/mnt/data", policy)).hasMessageContaining("No space left");
        world.ledger.heal();
        world.run(Duration.ofDays(3));
        assertThat(world.get(context, "/mnt/data/a")).isEqualTo("a");
    }

    @Test
    void aFailedForceOfAGroupMakesTheServiceReadOnlyAndCommitsNoneOfIt() {
        String session = world.session(context, "/mnt/data", "");
        world.settle();
        world.write(session, "/mnt/data/a", "a");
        world.write(session, "/mnt/data/b", "b");
        world.disk.fail("force");
        world.upload(session, context, "/mnt/data");
        world.settle();
        assertThat(statusOf(session, "upload")).startsWith("Failed disk error in force");
        assertThat(world.call("GetContext", "Name", "new", "AllowCreate", "true")
                        .status())
                .isEqualTo(503);
        assertThat(world.powerLost().allKeys(context)).isEmpty();
    }
}
