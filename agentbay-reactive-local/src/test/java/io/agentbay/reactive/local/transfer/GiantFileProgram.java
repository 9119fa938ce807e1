package io.agentbay.reactive.local.transfer;

import io.agentbay.reactive.AgentBayClient;
import io.agentbay.reactive.common.Content;
import io.agentbay.reactive.common.Selector;
import io.agentbay.reactive.file.TransferReport;
import io.agentbay.reactive.session.Session;
import io.agentbay.reactive.session.SessionRequest;
import io.agentbay.reactive.sync.Mount;
import io.agentbay.reactive.sync.SyncPolicy;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.stream.Stream;
import reactor.core.publisher.Mono;
import reactor.netty.transport.ProxyProvider;

/** Moves one giant file in a JVM of its own, whose heap is a fraction of it; prints what that took. */
public final class GiantFileProgram {

    /** What the session adds to the file, so that its context gets content that the service has not seen. */
    static final String END = "and this";

    private static final long HEAP = 64L << 20;
    private static final Duration LONG = Duration.ofMinutes(20);
    private static final String FIRST = "/mnt/first/giant";
    private static final String SECOND = "/mnt/second/giant";
    private static final String INSIDE = "/mnt/work/giant";

    private final AgentBayClient client;
    private final Path source;
    private final Path result;

    private GiantFileProgram(AgentBayClient client, Path source, Path result) {
        this.client = client;
        this.source = source;
        this.result = result;
    }

    /** Arguments: which way, endpoint, API key, source, result, and the port of a proxy to go through, or 0. */
    public static void main(String[] arguments) throws IOException {
        if (Runtime.getRuntime().maxMemory() > HEAP) {
            throw new IllegalStateException("Start this with -Xmx64m, or it proves nothing.");
        }
        try (var client = client(arguments)) {
            var program = new GiantFileProgram(client, Path.of(arguments[3]), Path.of(arguments[4]));
            System.out.println(program.run(arguments[0]).block(LONG));
        }
        try (Stream<String> status = Files.lines(Path.of("/proc/self/status"))) {
            status.filter(line -> line.startsWith("VmHWM")).forEach(System.out::println);
        }
    }

    private static AgentBayClient client(String[] arguments) {
        var port = Integer.parseInt(arguments[5]);
        var builder = AgentBayClient.builder().endpoint(arguments[1]).apiKey(arguments[2]);
        var direct = port == 0
                ? builder
                : builder.httpClient(http -> http.proxy(proxy ->
                        proxy.type(ProxyProvider.Proxy.HTTP).host("127.0.0.1").port(port)));
        return direct.build();
    }

    private Mono<String> run(String way) {
        return switch (way) {
            case "contexts" -> throughContexts();
            case "session" -> throughSession();
            case "up" -> copyUp().map(TransferReport::toString);
            case "down" -> copyDown("first", FIRST).map(TransferReport::toString);
            default -> Mono.error(new IllegalArgumentException(way));
        };
    }

    private Mono<String> throughContexts() {
        return copyUp().flatMap(up ->
                inSessionOfBoth().then(copyDown("second", SECOND)).map(down -> "up " + up + "\ndown " + down));
    }

    private Mono<TransferReport> copyUp() {
        return client.contexts()
                .getOrCreate("first")
                .flatMap(context -> client.contexts().files(context).copyFrom(source, FIRST, Selector.all()));
    }

    private Mono<TransferReport> copyDown(String name, String path) {
        return client.contexts()
                .get(name)
                .flatMap(context -> client.contexts().files(context).copyTo(result, path, Selector.all()));
    }

    private Mono<Boolean> inSessionOfBoth() {
        return Mono.zip(client.contexts().get("first"), client.contexts().getOrCreate("second"))
                .flatMap(both -> client.sessions()
                        .use(
                                SessionRequest.mounting(
                                        Mount.of(both.getT1(), "/mnt/first", SyncPolicy.readOnly()),
                                        Mount.of(both.getT2(), "/mnt/second")),
                                GiantFileProgram::fromMountToMount));
    }

    private static Mono<Boolean> fromMountToMount(Session session) {
        var files = session.files();
        return files.move(FIRST, SECOND)
                .then(files.append(SECOND, Content.of(END)))
                .thenReturn(true);
    }

    private Mono<String> throughSession() {
        return client.sessions()
                .use(
                        SessionRequest.ephemeral(),
                        session -> session.files()
                                .copyFrom(source, INSIDE, Selector.all())
                                .flatMap(in -> session.files()
                                        .copyTo(result, INSIDE, Selector.all())
                                        .map(out -> "in " + in + "\nout " + out)));
    }
}
