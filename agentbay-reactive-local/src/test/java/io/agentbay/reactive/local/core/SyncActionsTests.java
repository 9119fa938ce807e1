package io.agentbay.reactive.local.core;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class SyncActionsTests {

    private static final String MANUAL = "{\"uploadPolicy\":{\"autoUpload\":false},"
            + "\"downloadPolicy\":{\"autoDownload\":true},\"deletePolicy\":{\"syncLocalFile\":false}}";

    private final LocalWorld world = LocalWorld.create();
    private final String context = world.context("project");

    @Test
    void everyMountListsADownloadWithAVisibleLife() {
        String session = world.session(context, "/mnt/data", "");

        assertThat(world.tasks(session)).hasSize(1);
        assertThat(world.tasks(session).get(0))
                .containsEntry("status", "Preparing")
                .containsEntry("taskType", "download")
                .containsEntry("finishTime", 0);
        world.run(Duration.ofMillis(20));
        assertThat(world.tasks(session).get(0)).containsEntry("status", "Running");
        world.settle();
        assertThat(world.tasks(session).get(0))
                .containsEntry("status", "Success")
                .containsEntry("errorMessage", "")
                .containsEntry("path", "/mnt/data");
    }

    @Test
    void whatWasUploadedIsDownloadedByTheNextSession() {
        String first = world.session(context, "/mnt/data", MANUAL);
        world.write(first, "/mnt/data/deep/er/a.txt", "hällo 🎉");
        world.upload(first, context, "/mnt/data");
        world.settle();
        String second = world.session(context, "/mnt/data", MANUAL);
        world.settle();

        assertThat(world.tool(second, "read_file", "path", "/mnt/data/deep/er/a.txt"))
                .isEqualTo("hällo 🎉");
        assertThat(world.keys(context, "/mnt/data/deep/er")).containsExactly("/mnt/data/deep/er/a.txt");
    }

    @Test
    void aTaskIsVisibleAndUnfinishedWhenTheCallReturns() {
        String session = world.session(context, "/mnt/data", MANUAL);
        world.settle();
        world.upload(session, context, "/mnt/data");

        assertThat(world.tasks(session, "TaskType", "upload"))
                .singleElement()
                .satisfies(task -> assertThat(task).containsEntry("status", "Preparing"));
    }

    @Test
    void underTheModelASyncWithoutContextAndPathDrawsServerError() {
        LocalWorld strict =
                new LocalWorld(ServiceModel.defaults().sessions(sessions -> sessions.syncWithoutPath(false)));
        String session = strict.session(strict.context("project"), "/mnt/data", "");

        assertThat(strict.call("SyncContext", "SessionId", session, "Mode", "upload")
                        .status())
                .isEqualTo(500);
    }

    @Test
    void aSyncWithoutContextAndPathSyncsEveryMountButTheOneOfTransfers() {
        String session = world.session(context, "/a", MANUAL, world.context("other"), "/b", MANUAL);
        world.data("GetAndLoadInternalContext", "SessionId", session, "ContextTypes.1", "file_transfer");
        world.data("SyncContext", "SessionId", session);

        assertThat(world.tasks(session, "TaskType", "upload"))
                .extracting(task -> task.get("path"))
                .containsExactlyInAnyOrder("/a", "/b");
        assertThat(world.call("SyncContext", "SessionId", world.session()).success())
                .isTrue();
    }

    @Test
    void deletionsPropagateAsThePolicySays() throws IOException {
        world.put(context, "/mnt/data/old.txt", "old");
        String mirrored = world.session(context, "/mnt/data", "");
        world.settle();
        world.tool(mirrored, "delete_file", "path", "/mnt/data/old.txt");
        world.upload(mirrored, context, "/mnt/data");
        world.settle();
        assertThat(world.keys(context, "/mnt/data")).isEmpty();

        world.put(context, "/mnt/data/kept.txt", "kept");
        String manual = world.session(context, "/mnt/data", MANUAL);
        world.settle();
        world.tool(manual, "delete_file", "path", "/mnt/data/kept.txt");
        world.upload(manual, context, "/mnt/data");
        world.settle();
        assertThat(world.keys(context, "/mnt/data")).containsExactly("/mnt/data/kept.txt");
    }

    @Test
    void onlyWhiteListedFilesTravel() {
        String policy = "{\"bwList\":{\"whiteLists\":[{\"path\":\"/src\",\"excludePaths\":[\"/gen\",\"*.tmp\"]}]}}";
        String session = world.session(context, "/mnt/data", policy);
        for (String path : List.of("src/a.java", "src/gen/b.java", "src/c.tmp", "srcs/d", "e")) {
            world.write(session, "/mnt/data/" + path, path);
        }
        world.upload(session, context, "/mnt/data");
        world.settle();

        assertThat(world.keys(context, "/mnt/data")).containsExactly("/mnt/data/src");
        assertThat(world.keys(context, "/mnt/data/src")).containsExactly("/mnt/data/src/a.java");
    }

    @Test
    void aPolicyWrittenByAJavaBeanIsUnderstood() {
        String policy = "{\"uploadPolicy\":{\"autoUpload\":false,\"uploadStrategy\":\"UPLOAD_BEFORE_RESOURCE_RELEASE\","
                + "\"uploadMode\":\"ARCHIVE\"},\"extractPolicy\":{\"extractCurrentFolder\":true},"
                + "\"recyclePolicy\":{\"lifecycle\":\"LIFECYCLE_1DAY\"}}";
        String session = world.session();
        String list = Json.text(List.of(Map.of("ContextId", context, "Path", "/late", "Policy", policy)));
        world.data("BindContexts", "SessionId", session, "PersistenceDataList", list);

        assertThat(world.<List<Object>>data("DescribeSessionContexts", "SessionId", session))
                .isEmpty();
        world.settle();
        List<Map<String, Object>> mounts = world.data("DescribeSessionContexts", "SessionId", session);
        assertThat(mounts).singleElement().satisfies(m -> assertThat(m).containsEntry("Path", "/late"));
        assertThat(world.call("BindContexts", "SessionId", session, "PersistenceDataList", list)
                        .code())
                .isEqualTo("PathAlreadyBound");
    }

    @Test
    void aFaultFailsATaskWithItsReason() {
        world.core.taskFaults(
                run -> run.direction() == TaskRun.Direction.UPLOAD ? TaskFault.fail("disk full") : TaskFault.NONE);
        String session = world.session(context, "/mnt/data", MANUAL);
        world.write(session, "/mnt/data/a.txt", "a");
        world.upload(session, context, "/mnt/data");
        world.settle();

        assertThat(world.tasks(session, "TaskType", "upload").get(0))
                .containsEntry("status", "Failed")
                .containsEntry("errorMessage", "disk full");
        assertThat(world.keys(context, "/mnt/data")).isEmpty();
    }

    @Test
    void aStuckTaskRunsForEverAndALostOneLies() {
        world.core.taskFaults(run -> TaskFault.of(
                run.direction() == TaskRun.Direction.UPLOAD ? TaskFault.Kind.LOSE_DATA : TaskFault.Kind.STICK));
        String session = world.session(context, "/mnt/data", MANUAL);
        world.write(session, "/mnt/data/a.txt", "a");
        world.upload(session, context, "/mnt/data");
        world.run(Duration.ofMinutes(4));

        assertThat(world.tasks(session, "TaskType", "download").get(0)).containsEntry("status", "Running");
        assertThat(world.tasks(session, "TaskType", "upload").get(0)).containsEntry("status", "Success");
        assertThat(world.keys(context, "/mnt/data")).isEmpty();
    }

    @Test
    void aStaleEntryIsShownUntilTheNewTaskEnded() {
        String session = world.session(context, "/mnt/data", MANUAL);
        world.upload(session, context, "/mnt/data");
        world.settle();
        Object before = world.tasks(session, "TaskType", "upload").get(0).get("startTime");
        world.core.taskFaults(run -> TaskFault.of(TaskFault.Kind.SHOW_STALE_FIRST));
        world.upload(session, context, "/mnt/data");

        assertThat(world.tasks(session, "TaskType", "upload").get(0)).containsEntry("startTime", before);
        world.settle();
        assertThat(world.tasks(session, "TaskType", "upload").get(0)).doesNotContainEntry("startTime", before);
    }

    @Test
    void aSecondTriggerWaitsForTheFirst() {
        String session = world.session(context, "/mnt/data", MANUAL);
        world.settle();
        world.upload(session, context, "/mnt/data");
        world.run(Duration.ofMillis(25));
        world.write(session, "/mnt/data/late.txt", "late");
        world.upload(session, context, "/mnt/data");
        world.settle();

        assertThat(world.keys(context, "/mnt/data")).containsExactly("/mnt/data/late.txt");
    }

    @Test
    void aTriggerMayJoinTheRunningTaskAndMissAWrite() {
        LocalWorld joining =
                new LocalWorld(ServiceModel.defaults().tasks(tasks -> tasks.whileRunning(TaskModel.WhileRunning.JOIN)));
        String id = joining.context("project");
        String session = joining.session(id, "/mnt/data", MANUAL);
        joining.settle();
        joining.upload(session, id, "/mnt/data");
        joining.run(Duration.ofMillis(25));
        joining.write(session, "/mnt/data/late.txt", "late");
        joining.upload(session, id, "/mnt/data");
        joining.settle();

        assertThat(joining.keys(id, "/mnt/data")).isEmpty();
    }

    @Test
    void anEmptySyncMayMakeNoTask() {
        LocalWorld silent = new LocalWorld(ServiceModel.defaults().tasks(tasks -> tasks.emptySyncMakesTask(false)));
        String id = silent.context("project");
        String session = silent.session(id, "/mnt/data", MANUAL);
        silent.settle();
        silent.upload(session, id, "/mnt/data");
        silent.settle();
        assertThat(silent.tasks(session, "TaskType", "upload")).isEmpty();

        silent.write(session, "/mnt/data/a.txt", "a");
        silent.upload(session, id, "/mnt/data");
        silent.settle();
        assertThat(silent.tasks(session, "TaskType", "upload")).hasSize(1);
    }

    @Test
    void halfAnUploadIsSeenUnlessAllFilesBelongTogether() {
        assertThat(keptOfAnUploadThatFails(TaskModel.Commits.FILE_BY_FILE)).containsExactly("/mnt/data/a");
        assertThat(keptOfAnUploadThatFails(TaskModel.Commits.AT_ONCE)).isEmpty();
    }

    private static List<String> keptOfAnUploadThatFails(TaskModel.Commits commits) {
        LocalWorld chosen = new LocalWorld(ServiceModel.defaults().tasks(tasks -> tasks.commits(commits)));
        String id = chosen.context("project");
        String session = chosen.session(id, "/mnt/data", MANUAL);
        for (String name : List.of("a", "b", "c")) {
            chosen.write(session, "/mnt/data/" + name, name.repeat(10));
        }
        chosen.disk.room(15);
        chosen.upload(session, id, "/mnt/data");
        chosen.settle();
        assertThat(chosen.tasks(session, "TaskType", "upload").get(0))
                .containsEntry("status", "Failed")
                .containsEntry("errorMessage", "No space left on device");
        assertThat(chosen.disk.files("tmp")).isEmpty();
        return chosen.keys(id, "/mnt/data");
    }

    @Test
    void relativeKeysFollowAContextToAnotherPath() {
        LocalWorld relative = new LocalWorld(ServiceModel.defaults().storage(s -> s.keys(StorageModel.Keys.RELATIVE)));
        String id = relative.context("project");
        String first = relative.session(id, "/a", MANUAL);
        relative.write(first, "/a/x.txt", "x");
        relative.upload(first, id, "/a");
        relative.settle();
        String second = relative.session(id, "/b", MANUAL);
        relative.settle();

        assertThat(relative.tool(second, "read_file", "path", "/b/x.txt")).isEqualTo("x");
    }

    @Test
    void absoluteKeysDoNot() {
        String first = world.session(context, "/a", MANUAL);
        world.write(first, "/a/x.txt", "x");
        world.upload(first, context, "/a");
        world.settle();
        String second = world.session(context, "/b", MANUAL);
        world.settle();
        assertThat(world.tool(second, "list_directory", "path", "/b")).isEmpty();

        String mapped = world.session(context, "/c", "{\"mappingPolicy\":{\"path\":\"/a\"}}");
        world.settle();
        assertThat(world.tool(mapped, "read_file", "path", "/c/x.txt")).isEqualTo("x");
    }

    @Test
    void aFileTransferTravelsByItsOwnContext() throws IOException {
        String session = world.session();
        List<Map<String, Object>> loaded =
                world.data("GetAndLoadInternalContext", "SessionId", session, "ContextTypes.1", "file_transfer");
        String transfer = (String) loaded.get(0).get("ContextId");
        assertThat(loaded.get(0)).containsEntry("ContextPath", "/tmp/file-transfer");
        world.put(transfer, "/tmp/file-transfer/b/x.bin", "bytes");
        world.put(transfer, "/tmp/file-transfer/other", "other");
        world.download(session, transfer, "/tmp/file-transfer/b/");
        world.settle();

        assertThat(world.tasks(session, "ContextId", transfer, "Path", "/tmp/file-transfer/b/"))
                .singleElement()
                .satisfies(task -> assertThat(task)
                        .containsEntry("path", "/tmp/file-transfer/b/")
                        .containsEntry("status", "Success"));
        assertThat(world.tool(session, "read_file", "path", "/tmp/file-transfer/b/x.bin"))
                .isEqualTo("bytes");
        assertThat(world.tool(session, "list_directory", "path", "/tmp/file-transfer"))
                .isEqualTo("[DIR] b");
        assertThat(world.<List<Object>>data("DescribeSessionContexts", "SessionId", session))
                .isEmpty();
        assertThat(world.<List<Object>>data("ListContexts")).hasSize(1);
    }

    @Test
    void oneFileIsUploadedByItsPath() throws IOException {
        String session = world.session(context, "/mnt/data", MANUAL);
        world.write(session, "/mnt/data/a", "a");
        world.write(session, "/mnt/data/b", "b");
        world.upload(session, context, "/mnt/data/a");
        world.settle();

        assertThat(world.keys(context, "/mnt/data")).containsExactly("/mnt/data/a");
        assertThat(world.get(context, "/mnt/data/a")).isEqualTo("a");
    }

    @Test
    void aPathOutsideEveryMountIsRefused() {
        String session = world.session(context, "/mnt/data", MANUAL);
        ServiceReply reply =
                world.call("SyncContext", "SessionId", session, "ContextId", context, "Path", "/mnt/database");

        assertThat(reply.code()).isEqualTo("InvalidContext.NotBound");
    }

    /** Older clients transfer to where they like, and Java's puts a name behind the path of the context. */
    @Test
    void aFileTransferTakesAnyPath() throws IOException {
        String session = world.session();
        List<Map<String, Object>> loaded =
                world.data("GetAndLoadInternalContext", "SessionId", session, "ContextTypes.1", "file_transfer");
        String transfer = (String) loaded.get(0).get("ContextId");
        world.put(transfer, "/tmp/elsewhere/up.bin", "up");
        world.put(transfer, "/tmp/file-transferup.bin", "odd");
        world.download(session, transfer, "/tmp/elsewhere/");
        world.download(session, transfer, "/tmp/file-transferup.bin");
        world.write(session, "/home/wuying/down.bin", "down");
        world.upload(session, transfer, "/home/wuying/down.bin");
        world.settle();

        assertThat(world.tasks(session, "ContextId", transfer))
                .extracting(task -> task.get("path") + " " + task.get("status"))
                .containsExactly(
                        "/tmp/elsewhere/ Success", "/tmp/file-transferup.bin Success", "/home/wuying/down.bin Success");
        assertThat(world.tool(session, "read_file", "path", "/tmp/elsewhere/up.bin"))
                .isEqualTo("up");
        assertThat(world.tool(session, "read_file", "path", "/tmp/file-transferup.bin"))
                .isEqualTo("odd");
        assertThat(world.get(transfer, "/home/wuying/down.bin")).isEqualTo("down");
        assertThat(world.allKeys(transfer)).hasSize(3);
    }

    /** An official suite keeps files of a Windows session and maps them into a Linux one. */
    @Test
    void aWindowsPathIsMountedWrittenAndMapped() {
        String windows = "c:\\Users\\Administrator\\Downloads";
        String first = world.session(context, windows, MANUAL);
        world.tool(first, "create_directory", "path", windows);
        world.tool(first, "write_file", "path", windows + "\\a.txt", "content", "from Windows");
        world.upload(first, context, windows);
        world.settle();
        assertThat(world.tasks(first, "ContextId", context, "Path", windows, "TaskType", "upload"))
                .singleElement()
                .satisfies(
                        task -> assertThat(task).containsEntry("path", windows).containsEntry("status", "Success"));

        String policy = Json.text(Map.of("mappingPolicy", Map.of("path", windows)));
        String second = world.session(context, "/home/wuying/下载", policy);
        world.settle();
        assertThat(world.tool(second, "read_file", "path", "/home/wuying/下载/a.txt"))
                .isEqualTo("from Windows");
    }
}
