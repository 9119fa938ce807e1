package io.agentbay.reactive.local.core;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ThreadFactory;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Callers who wait for a commit share the next one. */
class GroupCommitTests {
    private final List<Thread> started = new ArrayList<>();
    private final ThreadFactory factory = work -> {
        Thread thread = new Thread(work);
        thread.setDaemon(true);
        started.add(thread);
        return thread;
    };
    private final ExecutorService threads = Executors.newCachedThreadPool(factory);
    private final CountDownLatch gate = new CountDownLatch(1);
    private final LocalWorld world = LocalWorld.create();
    private final String context = world.context("project");

    @AfterEach
    void stop() {
        gate.countDown();
        threads.shutdownNow();
    }

    /** Lets a first put begin its commit, the others wait for it, then all go on. */
    private List<Future<Void>> together(List<Callable<Void>> others) {
        world.ledger.beforeCommit(this::passGate);
        List<Future<Void>> all = new ArrayList<>();
        all.add(threads.submit(put("/first", "first")));
        awaitWaiting(1);
        others.forEach(other -> all.add(threads.submit(other)));
        awaitWaiting(others.size() + 1);
        gate.countDown();
        return all;
    }

    private void passGate() {
        try {
            gate.await();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private void awaitWaiting(int count) {
        Awaitility.await()
                .until(() -> started.stream()
                                .filter(thread -> thread.getState() == Thread.State.WAITING)
                                .count()
                        == count);
    }

    private Callable<Void> put(String key, String content) {
        return () -> {
            world.put(context, key, content);
            return null;
        };
    }

    @Test
    void whoWaitsSharesTheNextTransaction() throws Exception {
        int before = world.ledger.commits();
        List<Callable<Void>> others = new ArrayList<>();
        for (int i = 0; i < 10; i++) {
            others.add(put("/" + i, "content " + i));
        }
        for (Future<Void> each : together(others)) {
            each.get();
        }
        assertThat(world.ledger.commits() - before).isEqualTo(2);
        assertThat(world.powerLost().allKeys(context)).hasSize(11);
        assertThat(world.powerLost().get(context, "/7")).isEqualTo("content 7");
    }

    @Test
    void equalContentsOfSeveralCallersAreHeldByEach() throws Exception {
        for (Future<Void> each : together(List.of(put("/a", "same"), put("/b", "same"), put("/c", "same")))) {
            each.get();
        }
        assertThat(world.disk.files("blobs")).hasSize(2);
        world.data("DeleteContextFile", "ContextId", context, "FilePath", "/a");
        world.data("DeleteContextFile", "ContextId", context, "FilePath", "/b");
        world.settle();
        assertThat(world.get(context, "/c")).isEqualTo("same");
        assertThat(world.powerLost().get(context, "/c")).isEqualTo("same");
    }

    @Test
    void aCallerWhoIsRefusedIsRefusedAlone() throws Exception {
        String doomed = world.context("doomed");
        ObjectUpload late = world.core.objects().upload(doomed, "/x");
        world.data("DeleteContext", "Id", doomed);
        Callable<Void> refused = () -> {
            late.commit();
            return null;
        };
        List<Future<Void>> all = together(List.of(put("/a", "a"), refused, put("/b", "b")));
        all.get(1).get();
        all.get(3).get();
        assertThatThrownBy(() -> all.get(2).get())
                .isInstanceOf(ExecutionException.class)
                .hasMessageContaining("Context not found");
        late.close();
        assertThat(world.allKeys(context)).containsExactly("/a", "/b", "/first");
    }

    @Test
    void aCommitThatFailsFailsAllWhoSharedIt() throws IOException {
        List<Future<Void>> all = together(List.of(put("/a", "a"), put("/b", "b")));
        world.ledger.fail();
        int failed = 0;
        for (Future<Void> each : all) {
            try {
                each.get();
            } catch (ExecutionException e) {
                failed++;
                assertThat(e).hasMessageContaining("read-only");
            } catch (InterruptedException e) {
                throw new IllegalStateException(e);
            }
        }
        assertThat(world.powerLost().allKeys(context)).hasSize(3 - failed);
        assertThat(world.allKeys(context)).hasSize(3 - failed);
    }
}
