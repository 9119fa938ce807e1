package io.agentbay.reactive.local.core;

import static org.assertj.core.api.Assertions.assertThat;

import io.agentbay.reactive.local.disk.FileDisk;
import io.agentbay.reactive.local.disk.SqliteLedger;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Many threads at once, on the real disk and ledger. */
class CrowdTests {

    private static final int THREADS = 8;
    private static final int ROUNDS = 5;

    @TempDir
    private Path directory;

    private final ManualClock clock = new ManualClock();
    private final ExecutorService threads = Executors.newFixedThreadPool(THREADS + 3);
    private final AtomicBoolean done = new AtomicBoolean();

    @AfterEach
    void stop() {
        done.set(true);
        threads.shutdownNow();
    }

    private ServiceCore open() throws IOException {
        ServiceCore core = new ServiceCore(
                clock, new Random(1), FileDisk.in(directory), SqliteLedger.in(directory), ServiceModel.defaults());
        core.urls(new LocalWorld.FakeUrls());
        return core;
    }

    @Test
    void everySessionKeepsWhatItSavedAndARestartFindsIt() throws Exception {
        try (ServiceCore core = open()) {
            for (int i = 0; i < 3; i++) {
                threads.execute(() -> keepTicking(core));
            }
            List<Callable<Void>> work = new ArrayList<>();
            for (int i = 0; i < THREADS; i++) {
                String name = "user-" + i;
                work.add(() -> live(core, name));
            }
            for (Future<Void> each : threads.invokeAll(work)) {
                each.get();
            }
            done.set(true);
        }
        try (ServiceCore again = open()) {
            for (int i = 0; i < THREADS; i++) {
                assertThat(names(again, "user-" + i)).hasSize(ROUNDS);
            }
        }
    }

    private void keepTicking(ServiceCore core) {
        while (!done.get()) {
            core.nextDue()
                    .filter(due -> due.isBefore(clock.instant().plusSeconds(1)))
                    .ifPresent(clock::advanceTo);
            core.tick();
        }
    }

    private static Void live(ServiceCore core, String tenant) {
        String context = text(data(core, tenant, "GetContext", Map.of("Name", "c", "AllowCreate", "true")), "Id");
        String mounts = Json.text(List.of(Map.of("ContextId", context, "Path", "/mnt/data")));
        for (int round = 0; round < ROUNDS; round++) {
            Object created = data(core, tenant, "CreateMcpSession", Map.of("PersistenceDataList", mounts));
            String session = text(created, "SessionId");
            await(core, tenant, "GetContextInfo", session, "Success");
            String args = Json.text(Map.of("path", "/mnt/data/" + round, "content", tenant + round));
            data(core, tenant, "CallMcpTool", Map.of("SessionId", session, "Name", "write_file", "Args", args));
            data(core, tenant, "DeleteSessionAsync", Map.of("SessionId", session));
            await(core, tenant, "GetSessionDetail", session, "FINISH");
        }
        assertThat(names(core, tenant)).hasSize(ROUNDS);
        return null;
    }

    private static List<?> names(ServiceCore core, String tenant) {
        String context = text(data(core, tenant, "GetContext", Map.of("Name", "c")), "Id");
        return (List<?>) data(
                core, tenant, "DescribeContextFiles", Map.of("ContextId", context, "ParentFolderPath", "/mnt/data"));
    }

    private static void await(ServiceCore core, String tenant, String action, String session, String word) {
        while (!data(core, tenant, action, Map.of("SessionId", session))
                .toString()
                .contains(word)) {
            Thread.onSpinWait();
        }
    }

    private static Object data(ServiceCore core, String tenant, String action, Map<String, String> fields) {
        ServiceReply reply = core.handle(new ServiceRequest(tenant, action, fields))
                .toCompletableFuture()
                .join();
        assertThat(reply.success()).as("%s: %s", action, reply).isTrue();
        return reply.fields().getOrDefault("Data", Map.of());
    }

    private static String text(Object data, String field) {
        return (String) ((Map<?, ?>) data).get(field);
    }
}
