package io.agentbay.reactive.local.core;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

/**
 * What is durable when, step by step, on a disk in memory. A mutation tried, which makes these tests fail: {@code
 * BlobWriters.placed} without its {@code forceDirectory}.
 */
class DurabilityTests {

    private final LocalWorld world = LocalWorld.create();
    private final String context = world.context("project");

    @Test
    void aPutIsForcedBeforeItHasItsNameAndItsNameBeforeItIsCommitted() throws IOException {
        world.disk.takeJournal();
        world.put(context, "/a.txt", "a");

        assertThat(world.disk.takeJournal().stream().map(op -> op.replaceAll("[ /].*", "")))
                .containsExactly("create", "write", "force", "move", "forceDirectory");
    }

    @Test
    void aGroupOfFilesIsForcedThenNamedThenItsDirectoryThenCommitted() {
        String session = world.session(context, "/mnt/data", "");
        world.settle();
        for (int i = 0; i < 100; i++) {
            world.write(session, "/mnt/data/f" + i, "content " + i);
        }
        world.upload(session, context, "/mnt/data");
        world.disk.takeJournal();
        int before = world.ledger.commits();
        world.ledger.beforeCommit(this::assertNamesDurable);
        world.settle();
        assertThat(world.keys(context, "/mnt/data")).hasSize(50);
        assertThat(world.ledger.commits() - before).isEqualTo(2);
        assertThat(world.powerLost().allKeys(context)).hasSize(100);
    }

    private void assertNamesDurable() {
        List<String> done = world.disk.takeJournal().stream()
                .map(operation -> operation.replaceAll("[ /].*", ""))
                .filter(operation -> List.of("force", "move", "forceDirectory").contains(operation))
                .toList();
        int files = (done.size() - 1) / 2;
        assertThat(done.subList(0, files)).containsOnly("force");
        assertThat(done.subList(files, 2 * files)).containsOnly("move");
        assertThat(done.subList(2 * files, done.size())).containsExactly("forceDirectory");
    }

    @Test
    void equalFilesOfOneGroupShareAContentThatEachOfThemHolds() throws IOException {
        for (TaskModel.Commits commits : TaskModel.Commits.values()) {
            LocalWorld chosen = new LocalWorld(ServiceModel.defaults().tasks(tasks -> tasks.commits(commits)));
            String id = chosen.context("project");
            String session = chosen.session(id, "/mnt/data", "");
            chosen.settle();
            for (String name : List.of("a", "b", "c")) {
                chosen.write(session, "/mnt/data/" + name, "same");
            }
            chosen.upload(session, id, "/mnt/data");
            chosen.settle();
            assertThat(chosen.disk.files("blobs")).hasSize(1);
            chosen.data("DeleteContextFile", "ContextId", id, "FilePath", "/mnt/data/a");
            chosen.data("DeleteContextFile", "ContextId", id, "FilePath", "/mnt/data/b");
            chosen.settle();
            assertThat(chosen.get(id, "/mnt/data/c")).isEqualTo("same");
            chosen.data("DeleteContextFile", "ContextId", id, "FilePath", "/mnt/data/c");
            chosen.settle();
            assertThat(chosen.disk.files("blobs")).isEmpty();
        }
    }

    @Test
    void whatWasAcknowledgedSurvivesAPowerLoss() throws IOException {
        world.put(context, "/a.txt", "first");
        world.put(context, "/a.txt", "second");
        world.put(context, "/b.txt", "b");
        world.data("DeleteContextFile", "ContextId", context, "FilePath", "/b.txt");
        LocalWorld after = world.powerLost();

        assertThat(after.get(context, "/a.txt")).isEqualTo("second");
        assertThat(after.keys(context, "/")).containsExactly("/a.txt");
        assertThat(after.disk.files("blobs")).hasSize(1);
    }

    @Test
    void aFinishedUploadSurvivesAndTheSessionIsReportedEnded() {
        String session = world.session(context, "/mnt/data", "");
        world.settle();
        world.write(session, "/mnt/data/a.txt", "a");
        world.upload(session, context, "/mnt/data");
        world.settle();
        LocalWorld after = world.killed();

        assertThat(after.keys(context, "/mnt/data")).containsExactly("/mnt/data/a.txt");
        assertThat(after.<Map<String, Object>>data("GetSessionDetail", "SessionId", session))
                .containsEntry("Status", "FINISH");
        assertThat(after.<List<Object>>data("ListSession")).isEmpty();
        assertThat(after.disk.files("sessions")).isEmpty();
    }

    @Test
    void anUnfinishedPutLeavesNothingAfterACrash() throws IOException {
        ObjectUpload upload = world.core.objects().upload(context, "/a.txt");
        upload.write(ByteBuffer.wrap(new byte[100]));
        assertThat(world.disk.files("tmp")).hasSize(1);

        assertThat(world.killed().disk.files("tmp")).isEmpty();
        upload.close();
        assertThat(world.disk.files("tmp")).isEmpty();
    }

    @Test
    void anAcceptedClearIsFinishedByTheNextStart() throws IOException {
        world.put(context, "/a.txt", "a");
        world.data("ClearContext", "Id", context);
        LocalWorld after = world.killed();

        assertThat(after.keys(context, "/")).isEmpty();
        assertThat(after.<Map<String, Object>>data("GetContext", "ContextId", context))
                .containsEntry("State", "available");
    }

    @Test
    void anEqualContentIsKeptOnceAndOnlyThroughItsRow() throws IOException {
        world.put(context, "/a.txt", "same");
        world.put(context, "/b.txt", "same");
        assertThat(world.disk.files("blobs")).hasSize(1);

        world.data("DeleteContextFile", "ContextId", context, "FilePath", "/a.txt");
        world.settle();
        assertThat(world.get(context, "/b.txt")).isEqualTo("same");
        world.data("DeleteContextFile", "ContextId", context, "FilePath", "/b.txt");
        world.settle();
        assertThat(world.disk.files("blobs")).isEmpty();
    }

    @Test
    void whatIsBeingReadStaysReadable() throws IOException {
        world.put(context, "/a.txt", "old");
        try (ObjectDownload download = world.core.objects().open(context, "/a.txt")) {
            world.put(context, "/a.txt", "new");
            world.settle();
            assertThat(download.read(0, ByteBuffer.allocate(3))).isEqualTo(3);
            assertThat(world.disk.files("blobs")).hasSize(2);
        }
        world.settle();
        assertThat(world.disk.files("blobs")).hasSize(1);
    }

    @Test
    void aFailedForceMakesTheServiceReadOnly() throws IOException {
        world.put(context, "/a.txt", "a");
        world.disk.fail("force");

        assertThatThrownBy(() -> world.put(context, "/b.txt", "b")).isInstanceOf(IOException.class);
        assertReadOnly();
    }

    @Test
    void aFailedCommitMakesTheServiceReadOnlyAndKeepsTheBlobThatMayBeCommitted() throws IOException {
        world.put(context, "/a.txt", "a");
        world.ledger.fail();

        assertThatThrownBy(() -> world.put(context, "/b.txt", "b")).isInstanceOf(ServiceError.class);
        assertThat(world.disk.files("blobs")).hasSize(2);
        assertReadOnly();
    }

    private void assertReadOnly() throws IOException {
        ServiceReply reply = world.call("GetContext", "Name", "other", "AllowCreate", "true");
        assertThat(reply.status()).isEqualTo(503);
        assertThat(reply.message()).contains("read-only");
        assertThat(world.get(context, "/a.txt")).isEqualTo("a");
        assertThat(world.keys(context, "/")).containsExactly("/a.txt");
    }

    @Test
    void aFullDiskFailsThePutAndNothingElse() throws IOException {
        world.put(context, "/a.txt", "a");
        world.disk.fail("write");

        assertThatThrownBy(() -> world.put(context, "/b.txt", "b")).isInstanceOf(IOException.class);
        assertThat(world.disk.files("tmp")).isEmpty();
        assertThat(world.call("GetContext", "Name", "other", "AllowCreate", "true")
                        .success())
                .isTrue();
    }

    @Test
    void afterPowerLossAnywhereEachFileIsWhatWasAcknowledgedOrWhatWasBeingPut() throws IOException {
        for (int seed = 0; seed < 100; seed++) {
            powerLossSomewhere(new Random(seed));
        }
    }

    private static void powerLossSomewhere(Random random) throws IOException {
        LocalWorld world = LocalWorld.create();
        String context = world.context("project");
        Map<String, String> acknowledged = new HashMap<>();
        String failing = List.of("create", "write", "force", "move", "forceDirectory", "delete", "none")
                .get(random.nextInt(7));
        int failAt = random.nextInt(20);
        String torn = "";
        for (int i = 0; i < 20 && torn.isEmpty(); i++) {
            if (i == failAt) {
                world.disk.fail(failing);
            }
            torn = step(world, context, random, acknowledged);
        }
        verify(world.powerLost(), context, acknowledged, torn);
    }

    private static String step(LocalWorld world, String context, Random random, Map<String, String> acknowledged) {
        String key = "/" + random.nextInt(4);
        try {
            if (random.nextInt(4) == 0) {
                world.data("DeleteContextFile", "ContextId", context, "FilePath", key);
                acknowledged.remove(key);
            } else {
                String content = "content " + random.nextInt(5);
                world.put(context, key, content);
                acknowledged.put(key, content);
            }
            world.core.tick();
            return "";
        } catch (IOException | ServiceError e) {
            return key;
        }
    }

    private static void verify(LocalWorld after, String context, Map<String, String> acknowledged, String torn)
            throws IOException {
        for (Map.Entry<String, String> entry : acknowledged.entrySet()) {
            assertThat(after.get(context, entry.getKey())).isEqualTo(entry.getValue());
        }
        assertThat(after.keys(context, "/"))
                .filteredOn(key -> !key.equals(torn))
                .hasSizeLessThanOrEqualTo(4)
                .allMatch(acknowledged::containsKey);
    }
}
