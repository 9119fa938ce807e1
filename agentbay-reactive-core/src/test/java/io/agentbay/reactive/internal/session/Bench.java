package io.agentbay.reactive.internal.session;

import io.agentbay.reactive.common.ContextId;
import io.agentbay.reactive.config.ClientOptions;
import io.agentbay.reactive.event.OperationEvent;
import io.agentbay.reactive.file.SessionFiles;
import io.agentbay.reactive.internal.event.DefaultOperations;
import io.agentbay.reactive.internal.json.JsonCodec;
import io.agentbay.reactive.internal.runtime.Background;
import io.agentbay.reactive.internal.runtime.ClientRuntime;
import io.agentbay.reactive.internal.runtime.DefaultClientRuntime;
import io.agentbay.reactive.internal.runtime.LocalFiles;
import io.agentbay.reactive.internal.sync.DirectoryWatch;
import io.agentbay.reactive.internal.sync.SessionLooker;
import io.agentbay.reactive.internal.sync.SyncRounds;
import io.agentbay.reactive.internal.tool.DefaultToolOperations;
import io.agentbay.reactive.internal.tool.ToolGateway;
import io.agentbay.reactive.internal.wire.SyncWire;
import io.agentbay.reactive.internal.wire.ToolWire;
import io.agentbay.reactive.observability.ClientMeters;
import io.agentbay.reactive.pipeline.ApiCall.Idempotency;
import io.agentbay.reactive.session.Session;
import io.agentbay.reactive.session.SessionRequest;
import io.agentbay.reactive.stub.VirtualRuntime;
import io.agentbay.reactive.sync.Mount;
import io.agentbay.reactive.sync.SyncPolicy;
import io.agentbay.reactive.tool.CommandOperations;
import io.agentbay.reactive.tool.ToolOperations;
import java.lang.reflect.Proxy;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.random.RandomGenerator;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Scheduler;

/** Sessions of one client on a fake service, in virtual time. */
final class Bench {

    static final Mount ON_DEMAND = Mount.of(ContextId.of("c-1"), "/mnt/data");
    static final Mount MANAGED =
            Mount.of(ContextId.of("c-2"), "/mnt/team", SyncPolicy.manual().keepingDeleted());
    static final Mount READ_ONLY = Mount.of(ContextId.of("c-3"), "/mnt/read", SyncPolicy.readOnly());

    final VirtualRuntime time = new VirtualRuntime();
    final Background background = DefaultClientRuntime.create(Clock.systemUTC()).background();
    final FakeSessionWire wire = new FakeSessionWire(time.timer());
    final FakeSyncs syncs = new FakeSyncs(time.timer());
    final Queue<OperationEvent> events = new ConcurrentLinkedQueue<>();
    Function<String, Mono<String>> onTool =
            tool -> Mono.delay(Duration.ofMillis(100), time.timer()).thenReturn("done");
    Function<String, Flux<Integer>> onWatch = directory -> Flux.error(new UnsupportedOperationException(directory));
    List<SyncWire.BoundContext> bindings = List.of();
    Supplier<Mono<List<SyncWire.BoundContext>>> onBindings = () -> Mono.fromSupplier(() -> bindings);
    Supplier<Mono<Void>> onBind = Mono::empty;
    final DefaultSessionOperations sessions;

    Bench() {
        this(false);
    }

    /** A service that honours patterns, or one that does not. */
    Bench(boolean honoursPatterns) {
        var runtime = new Runtime();
        this.sessions = DefaultSessionOperations.of(new SessionWorld(
                runtime,
                wire,
                stub(SyncWire.class, Map.of("bindings", () -> onBindings.get(), "bind", () -> onBind.get())),
                new Tools(),
                syncs,
                Parts::new,
                new DefaultOperations(runtime),
                ClientMeters.of(null, runtime::nanos).operations(),
                ClientOptions.defaults().timeouts(),
                JsonCodec.lenient(),
                honoursPatterns,
                context -> false));
    }

    void advance(Duration by) {
        time.advance(by);
    }

    /** Long enough for everything that ends by itself, short of idle timeouts. */
    void settle() {
        advance(Duration.ofMinutes(8));
    }

    static SessionRequest request(Mount first, Mount... more) {
        return SessionRequest.mounting(first, more);
    }

    static Mono<String> write(Session session) {
        return session.tools().call("write_file", Map.of("path", "/mnt/data/a.txt"));
    }

    /** By the file system, which leaves no process behind. */
    static Mono<Void> writeFile(Session session) {
        return session.files().write("/mnt/data/a.txt", "text");
    }

    /** A call of any other method is a mistake of the test. */
    static <T> T stub(Class<T> type, Map<String, Supplier<?>> methods) {
        return type.cast(Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[] {type}, (proxy, method, args) -> {
            var answer = methods.get(method.getName());
            if (answer == null) {
                throw new UnsupportedOperationException(method.getName());
            }
            return answer.get();
        }));
    }

    private final class Tools implements ToolWire {
        @Override
        public Mono<String> call(
                ToolTarget target, String tool, Map<String, ?> arguments, Idempotency idempotency, Duration timeout) {
            return onTool.apply(tool);
        }

        @Override
        public Mono<List<ToolData>> list(String imageId) {
            return Mono.just(List.of());
        }
    }

    private final class Parts implements SessionParts {

        private final ToolGateway gateway;

        Parts(ToolGateway gateway) {
            this.gateway = gateway;
        }

        @Override
        public SessionLooker looker() {
            return stub(SessionLooker.class, Map.of("walk", Flux::empty));
        }

        @Override
        public DirectoryWatch watch() {
            return directory -> onWatch.apply(directory);
        }

        @Override
        public SessionFiles files(SyncRounds rounds) {
            var write = new ToolGateway.Call(
                    "write_file", Map.of(), Idempotency.IDEMPOTENT, ToolGateway.Touches.path("/mnt/data/a.txt"), null);
            return stub(
                    SessionFiles.class,
                    Map.of("write", () -> gateway.call(write).then()));
        }

        @Override
        public CommandOperations commands() {
            return stub(CommandOperations.class, Map.of());
        }

        @Override
        public ToolOperations tools(String image) {
            return new DefaultToolOperations(gateway, new Tools(), image);
        }
    }

    private final class Runtime implements ClientRuntime {
        @Override
        public Scheduler timer() {
            return time.timer();
        }

        @Override
        public Scheduler files() {
            return time.files();
        }

        @Override
        public Clock clock() {
            return time.clock();
        }

        @Override
        public long nanos() {
            return time.nanos();
        }

        @Override
        public RandomGenerator random() {
            return time.random();
        }

        @Override
        public LocalFiles localFiles() {
            return time.localFiles();
        }

        @Override
        public Background background() {
            return background;
        }
    }
}
