package io.agentbay.reactive.local.durability;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.io.TempDirFactory;

/**
 * SIGKILL at random instants under load, five times or {@code -Dkills}; the next start is checked against what was
 * acknowledged. Each of these fails it, within twenty kills: {@code ObjectTable} answering before it commits; {@code
 * UploadBatch.finish} without its last {@code commit}; {@code Startup} without {@code endAll}, {@code collectOrphans} or
 * {@code finishContexts}.
 */
class KillTests {

    private static final int SAVERS = 4;
    private static final int KILLS = Integer.getInteger("kills", 5);

    @TempDir(factory = TempDirFactory.Standard.class)
    private Path directory;

    private final ExecutorService threads = Executors.newFixedThreadPool(SAVERS);
    private final List<Saver> savers = new ArrayList<>();

    @AfterEach
    void stop() {
        threads.shutdownNow();
    }

    @Test
    @Timeout(value = 15, unit = TimeUnit.MINUTES)
    void whatWasAcknowledgedOutlivesKills() throws Exception {
        kill(KILLS, 1);
    }

    @Test
    @Tag("slow")
    @Timeout(value = 2, unit = TimeUnit.HOURS)
    void whatWasAcknowledgedOutlivesTwoHundredKills() throws Exception {
        kill(200, 2);
    }

    private void kill(int times, long seed) throws Exception {
        Random random = new Random(seed);
        ServiceProcess service = start();
        try {
            for (int i = 0; i < SAVERS; i++) {
                savers.add(new Saver("user" + i, seed * 100 + i, service.client()));
            }
            for (int kill = 0; kill < times; kill++) {
                endUnderLoad(service, random);
                service = start();
                check(service.client());
                System.out.println((kill + 1) + " kills, " + acknowledged() + " operations acknowledged");
            }
        } finally {
            service.close();
        }
    }

    private ServiceProcess start() throws IOException {
        return ServiceProcess.start(directory.resolve("data"), directory.resolve("errors"));
    }

    private long acknowledged() {
        return savers.stream().mapToLong(Saver::acknowledged).sum();
    }

    /** Some operations are acknowledged, others are under way. */
    private void endUnderLoad(ServiceProcess service, Random random) throws Exception {
        long enough = acknowledged() + 10 + random.nextInt(40);
        List<Future<?>> under = new ArrayList<>();
        for (Saver saver : savers) {
            under.add(threads.submit(saver));
        }
        while (acknowledged() < enough && under.stream().noneMatch(Future::isDone)) {
            Thread.sleep(1);
        }
        Thread.sleep(random.nextInt(50));
        service.kill();
        for (Future<?> each : under) {
            each.get();
        }
    }

    private void check(WireClient client) throws Exception {
        assertThat(client.<List<Object>>data("ListSession")).isEmpty();
        Set<String> hashes = new TreeSet<>();
        for (Saver saver : savers) {
            saver.client(client);
            saver.expected().check(saver.shown());
            for (String session : saver.expected().sessions()) {
                Map<String, Object> detail = client.data("GetSessionDetail", "SessionId", session);
                assertThat(detail).containsEntry("Status", "FINISH");
            }
            saver.expected().forgetSessions();
            for (String context : saver.shown().contexts().keySet()) {
                for (String key : client.keys(context)) {
                    hashes.add(hash(client.get(context, key).body()));
                }
            }
        }
        assertNoOrphans(hashes);
    }

    private void assertNoOrphans(Set<String> hashes) throws IOException {
        assertThat(files("blobs").map(name -> name.replaceAll("\\..*", "")).collect(Collectors.toList()))
                .containsExactlyInAnyOrderElementsOf(hashes);
        assertThat(files("tmp")).isEmpty();
        assertThat(files("sessions")).isEmpty();
    }

    private Stream<String> files(String below) throws IOException {
        try (Stream<Path> all = Files.walk(directory.resolve("data").resolve(below))) {
            return all
                    .filter(Files::isRegularFile)
                    .map(file -> file.getFileName().toString())
                    .toList()
                    .stream();
        }
    }

    private static String hash(String content) throws Exception {
        byte[] bytes = content.getBytes(StandardCharsets.UTF_8);
        return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
    }
}
