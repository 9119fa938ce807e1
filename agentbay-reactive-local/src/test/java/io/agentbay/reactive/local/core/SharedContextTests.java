package io.agentbay.reactive.local.core;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Several sessions sync into one context at the same time. */
class SharedContextTests {
    private static final String KEEPING =
            "{\"uploadPolicy\":{\"autoUpload\":false},\"deletePolicy\":{\"syncLocalFile\":false}}";
    private static final int SESSIONS = 4;
    private static final int FILES = 8;
    private static final int WORDS = 30_000;

    private final LocalWorld world = LocalWorld.create();
    private final String context = world.context("project");
    private final ExecutorService threads = Executors.newFixedThreadPool(SESSIONS + 1);
    private final AtomicBoolean done = new AtomicBoolean();

    @AfterEach
    void stop() {
        done.set(true);
        threads.shutdownNow();
    }

    @Test
    void eachFileIsWholeAndOfOneSession() throws Exception {
        List<String> sessions = new ArrayList<>();
        for (int i = 0; i < SESSIONS; i++) {
            sessions.add(world.session(context, "/mnt/data", KEEPING));
        }
        world.settle();
        for (int i = 0; i < SESSIONS; i++) {
            for (int file = 0; file < FILES; file++) {
                world.write(sessions.get(i), "/mnt/data/f" + file, (i + " ").repeat(WORDS));
            }
        }
        Future<Integer> reader = threads.submit(this::readAllTheTime);
        sessions.forEach(session -> world.upload(session, context, "/mnt/data"));
        world.clock.advance(java.time.Duration.ofSeconds(1));
        List<Future<?>> ticks = new ArrayList<>();
        for (int i = 0; i < SESSIONS; i++) {
            ticks.add(threads.submit(world.core::tick));
        }
        for (Future<?> tick : ticks) {
            tick.get();
        }
        world.settle();
        done.set(true);
        assertThat(reader.get()).isNotNegative();
        for (int file = 0; file < FILES; file++) {
            assertWhole(world.get(context, "/mnt/data/f" + file));
        }
        sessions.forEach(session ->
                assertThat(world.tasks(session, "TaskType", "upload").get(0)).containsEntry("status", "Success"));
        assertThat(world.powerLost().allKeys(context)).hasSize(FILES);
    }

    private int readAllTheTime() throws IOException {
        int read = 0;
        while (!done.get()) {
            for (String key : world.allKeys(context)) {
                assertWhole(world.get(context, key));
                read++;
            }
        }
        return read;
    }

    private static void assertWhole(String content) {
        assertThat(content).isEqualTo(content.substring(0, 2).repeat(WORDS));
    }
}
