package io.agentbay.reactive.local.snapshot;

import io.agentbay.reactive.AgentBayClient;
import io.agentbay.reactive.common.Content;
import io.agentbay.reactive.context.AgentBayContext;
import io.agentbay.reactive.snapshot.Depth;
import io.agentbay.reactive.snapshot.RestoreRequest;
import io.agentbay.reactive.snapshot.Snapshot;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Objects;
import java.util.stream.Stream;
import reactor.core.publisher.Mono;

/** The life of snapshots of one tree in a JVM of its own with a small heap; prints what each step took. */
public final class SnapshotProgram {

    static final long HEAP = 128L << 20;
    private static final Duration LONG = Duration.ofMinutes(20);

    private final Traffic traffic;
    private final AgentBayClient client;
    private final SnapshotTree tree;
    private final AgentBayContext context;

    private SnapshotProgram(Traffic traffic, AgentBayClient client, SnapshotTree tree) {
        this.traffic = traffic;
        this.client = client;
        this.tree = tree;
        this.context = wait(client.contexts().get(SnapshotTree.CONTEXT));
    }

    /** Arguments: endpoint, API key, number of files, scale of their sizes, directory to restore into. */
    public static void main(String[] arguments) throws IOException {
        if (Runtime.getRuntime().maxMemory() > HEAP) {
            throw new IllegalStateException("Start this with -Xmx128m, or it proves nothing.");
        }
        System.out.println("heap " + Runtime.getRuntime().maxMemory());
        var traffic = new Traffic();
        var builder = AgentBayClient.builder().endpoint(arguments[0]).apiKey(arguments[1]);
        try (var client = traffic.watch(builder).build()) {
            var tree = new SnapshotTree(Integer.parseInt(arguments[2]), Integer.parseInt(arguments[3]));
            new SnapshotProgram(traffic, client, tree).run(Path.of(arguments[4]));
        }
        try (Stream<String> status = Files.lines(Path.of("/proc/self/status"))) {
            status.filter(line -> line.startsWith("VmHWM")).forEach(System.out::println);
        }
    }

    private void run(Path target) {
        create("first");
        create("second");
        for (int number : tree.tenOfThem()) {
            client.contexts()
                    .files(context)
                    .write(tree.path(number), Content.of(tree.changed(number)))
                    .block(LONG);
        }
        var third = create("third");
        took("verify", client.snapshots().verify(third, Depth.full()).map(report -> report.bytesRead()));
        took(
                "restore",
                client.snapshots().restore(RestoreRequest.into(third, target)).map(report -> report.bytesWritten()));
    }

    private Snapshot create(String name) {
        return took(
                name,
                client.snapshots().create(context, name),
                snapshot -> snapshot.files() + " " + snapshot.storedBytes());
    }

    private void took(String step, Mono<Long> work) {
        var unused = took(step, work, String::valueOf);
        Objects.requireNonNull(unused);
    }

    private <T> T took(String step, Mono<T> work, java.util.function.Function<T, String> said) {
        traffic.reset();
        var before = System.nanoTime();
        var value = wait(work);
        var millis = Duration.ofNanos(System.nanoTime() - before).toMillis();
        System.out.println(
                step + " " + traffic.calls() + " " + traffic.bytes() + " " + millis + " " + said.apply(value));
        return value;
    }

    private static <T> T wait(Mono<T> work) {
        return Objects.requireNonNull(work.block(LONG));
    }
}
