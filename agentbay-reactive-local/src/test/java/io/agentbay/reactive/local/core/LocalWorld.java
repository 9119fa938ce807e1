package io.agentbay.reactive.local.core;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.CompletionStage;

/** A service in memory with a manual clock, and the calls tests make. */
@SuppressWarnings("unchecked")
public final class LocalWorld {

    final ManualClock clock;
    final MemoryDisk disk;
    final MemoryLedger ledger;
    final ServiceModel model;
    final ServiceCore core;
    String tenant = "tenant-a";

    LocalWorld(ServiceModel model) {
        this(model, new ManualClock());
    }

    private LocalWorld(ServiceModel model, ManualClock clock) {
        this(model, clock, new MemoryDisk(clock), new MemoryLedger());
    }

    LocalWorld(ServiceModel model, ManualClock clock, MemoryDisk disk, MemoryLedger ledger) {
        this(model, clock, disk, ledger, CommandRunner.refusing("this world has no sandbox"));
    }

    private LocalWorld(
            ServiceModel model, ManualClock clock, MemoryDisk disk, MemoryLedger ledger, CommandRunner commands) {
        this(model, clock, disk, ledger, new ServiceCore(clock, new Random(7), disk, ledger, model, commands));
    }

    private LocalWorld(ServiceModel model, ManualClock clock, MemoryDisk disk, MemoryLedger ledger, ServiceCore core) {
        this.model = model;
        this.clock = clock;
        this.disk = disk;
        this.ledger = ledger;
        this.core = core;
        core.urls(new FakeUrls());
    }

    static LocalWorld create() {
        return new LocalWorld(ServiceModel.defaults());
    }

    /** On a disk of any kind; what this world knows of its own disk says nothing then. */
    static LocalWorld onDisk(ServiceModel model, Disk disk) {
        ManualClock clock = new ManualClock();
        MemoryLedger ledger = new MemoryLedger();
        return new LocalWorld(
                model,
                clock,
                new MemoryDisk(clock),
                ledger,
                new ServiceCore(clock, new Random(7), disk, ledger, model));
    }

    /** With commands. */
    static LocalWorld running(CommandRunner commands) {
        ManualClock clock = new ManualClock();
        return new LocalWorld(ServiceModel.defaults(), clock, new MemoryDisk(clock), new MemoryLedger(), commands);
    }

    /** A service that starts on this machine; its names are others than those of an earlier one there. */
    static LocalWorld on(MemoryMachine machine, ManualClock clock, ServiceModel model, long seed, PlantedBug bug) {
        ServiceCore core = new ServiceCore(clock, new Random(seed), bug.disk(machine), bug.ledger(machine), model);
        return new LocalWorld(model, clock, machine.disk(), machine.ledger(), core);
    }

    /** The service as it starts again after the process died. */
    LocalWorld killed() {
        return new LocalWorld(model, clock, disk.crash(), ledger.crash());
    }

    /** The service as it starts again after the power failed. */
    LocalWorld powerLost() {
        return new LocalWorld(model, clock, disk.powerLoss(), ledger.crash());
    }

    ServiceReply call(String action, String... fields) {
        return begin(action, fields).toCompletableFuture().join();
    }

    /** A call whose reply may come later. */
    CompletionStage<ServiceReply> begin(String action, String... fields) {
        Map<String, String> map = new HashMap<>();
        for (int i = 0; i < fields.length; i += 2) {
            map.put(fields[i], fields[i + 1]);
        }
        return core.handle(new ServiceRequest(tenant, action, map));
    }

    <T> T data(String action, String... fields) {
        ServiceReply reply = call(action, fields);
        assertThat(reply.success()).as("%s: %s", action, reply).isTrue();
        return (T) reply.fields().get("Data");
    }

    String context(String name) {
        return (String) this.<Map<String, Object>>data("GetContext", "Name", name, "AllowCreate", "true")
                .get("Id");
    }

    String session(String... contextAndPathAndPolicy) {
        List<Map<String, String>> mounts = new ArrayList<>();
        for (int i = 0; i < contextAndPathAndPolicy.length; i += 3) {
            mounts.add(Map.of(
                    "ContextId",
                    contextAndPathAndPolicy[i],
                    "Path",
                    contextAndPathAndPolicy[i + 1],
                    "Policy",
                    contextAndPathAndPolicy[i + 2]));
        }
        Map<String, Object> data = data("CreateMcpSession", "PersistenceDataList", Json.text(mounts));
        return (String) data.get("SessionId");
    }

    String tool(String session, String name, Object... arguments) {
        Map<String, Object> result = toolResult(session, name, arguments);
        assertThat(result).as("%s", result).containsEntry("isError", false);
        return text(result);
    }

    String toolError(String session, String name, Object... arguments) {
        Map<String, Object> result = toolResult(session, name, arguments);
        assertThat(result).as("%s", result).containsEntry("isError", true);
        return text(result);
    }

    private Map<String, Object> toolResult(String session, String name, Object... arguments) {
        Map<String, Object> map = new HashMap<>();
        for (int i = 0; i < arguments.length; i += 2) {
            map.put((String) arguments[i], arguments[i + 1]);
        }
        return data("CallMcpTool", "SessionId", session, "Name", name, "Args", Json.text(map));
    }

    private static String text(Map<String, Object> result) {
        return (String)
                ((List<Map<String, Object>>) result.get("content")).get(0).get("text");
    }

    /** Writes a file, making its directory. */
    void write(String session, String path, String content) {
        tool(session, "write_file", "path", path, "content", content, "create_parent_dir", true);
    }

    void upload(String session, String contextId, String path) {
        data("SyncContext", "SessionId", session, "ContextId", contextId, "Path", path, "Mode", "upload");
    }

    void download(String session, String contextId, String path) {
        data("SyncContext", "SessionId", session, "ContextId", contextId, "Path", path, "Mode", "download");
    }

    List<Map<String, Object>> tasks(String session, String... filter) {
        String[] fields = new String[filter.length + 2];
        fields[0] = "SessionId";
        fields[1] = session;
        System.arraycopy(filter, 0, fields, 2, filter.length);
        Map<String, Object> data = data("GetContextInfo", fields);
        List<Map<String, Object>> tasks = new ArrayList<>();
        for (Object item : Json.list("ContextStatus", (String) data.get("ContextStatus"))) {
            String inner = (String) ((Map<String, Object>) item).get("data");
            Json.list("data", inner).forEach(task -> tasks.add((Map<String, Object>) task));
        }
        return tasks;
    }

    /** Moves the clock on, doing what comes due in its order. */
    void run(Duration time) {
        Instant end = clock.instant().plus(time);
        while (core.nextDue().filter(due -> !due.isAfter(end)).isPresent()) {
            clock.advanceTo(core.nextDue().orElseThrow());
            core.tick();
        }
        clock.advanceTo(end);
    }

    void settle() {
        run(Duration.ofSeconds(2));
    }

    void put(String contextId, String key, String content) throws IOException {
        put(contextId, key, content.getBytes(StandardCharsets.UTF_8));
    }

    void put(String contextId, String key, byte[] content) throws IOException {
        try (ObjectUpload upload = core.objects().upload(contextId, key)) {
            upload.write(ByteBuffer.wrap(content));
            upload.commit();
        }
    }

    String get(String contextId, String key) throws IOException {
        try (ObjectDownload download = core.objects().open(contextId, key)) {
            ByteArrayOutputStream bytes = new ByteArrayOutputStream();
            ByteBuffer buffer = ByteBuffer.allocate(16);
            for (int read = download.read(0, buffer); read >= 0; read = download.read(bytes.size(), buffer)) {
                bytes.write(buffer.array(), 0, read);
                buffer.clear();
            }
            return bytes.toString(StandardCharsets.UTF_8);
        }
    }

    List<String> keys(String contextId, String folder) {
        List<Map<String, Object>> files =
                data("DescribeContextFiles", "ContextId", contextId, "ParentFolderPath", folder);
        return files.stream().map(file -> (String) file.get("FilePath")).toList();
    }

    /** All keys of a context, folder by folder. */
    List<String> allKeys(String contextId) {
        List<String> keys = new ArrayList<>();
        addKeys(contextId, "/", keys);
        return keys;
    }

    private void addKeys(String contextId, String folder, List<String> keys) {
        List<Map<String, Object>> files =
                data("DescribeContextFiles", "ContextId", contextId, "ParentFolderPath", folder, "PageSize", "1000");
        for (Map<String, Object> file : files) {
            if (file.get("FileType").equals("FOLDER")) {
                addKeys(contextId, (String) file.get("FilePath"), keys);
            } else {
                keys.add((String) file.get("FilePath"));
            }
        }
    }

    /** All files below a directory of a session, relative to it. */
    List<String> files(String session, String directory) {
        String home = "sessions/" + session + "/root" + directory + "/";
        return disk.files(home).stream()
                .map(file -> file.substring(home.length()))
                .toList();
    }

    static final class FakeUrls implements Urls {
        @Override
        public String signed(UrlGrant grant) {
            return "http://local/" + grant.method() + grant.key();
        }

        @Override
        public String endpoint() {
            return "http://local";
        }
    }
}
