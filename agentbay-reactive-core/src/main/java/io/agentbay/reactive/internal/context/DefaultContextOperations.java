package io.agentbay.reactive.internal.context;

import io.agentbay.reactive.common.ContextRef;
import io.agentbay.reactive.config.CallOptions;
import io.agentbay.reactive.context.AgentBayContext;
import io.agentbay.reactive.context.ContextFiles;
import io.agentbay.reactive.context.ContextOperations;
import io.agentbay.reactive.error.NotFoundException;
import io.agentbay.reactive.error.NotFoundException.Kind;
import io.agentbay.reactive.event.Operation;
import io.agentbay.reactive.internal.event.Operations;
import io.agentbay.reactive.internal.runtime.ClientRuntime;
import io.agentbay.reactive.internal.wire.ContextWire;
import io.agentbay.reactive.internal.wire.ContextWire.ContextData;
import io.agentbay.reactive.internal.wire.Pages;
import io.agentbay.reactive.internal.wire.SeenIds;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** {@link ContextOperations} over the service's actions. */
public final class DefaultContextOperations implements ContextOperations {
    private static final int PAGE_SIZE = 50;
    private static final int CREATED_AT_ONCE = 16;

    private final ContextWire wire;
    private final Operations operations;
    private final Clearing clearing;
    private final CallerDeadline deadline;
    private final SingleFlight<ContextData> creations;
    private final Function<String, ContextFiles> files;
    private final KnownStores stores;
    private final SeenIds seen = new SeenIds();

    /**
     * Creates the operations of one client.
     *
     * @param clearLimit how long a clear may take
     * @param files the files of a context by its id
     * @param stores contexts that hold snapshots; they are neither cleared nor deleted
     */
    public DefaultContextOperations(
            ContextWire wire,
            Operations operations,
            ClientRuntime runtime,
            Duration clearLimit,
            Function<String, ContextFiles> files,
            KnownStores stores) {
        this.wire = wire;
        this.operations = operations;
        this.files = files;
        this.stores = stores;
        this.clearing = new Clearing(wire, runtime, clearLimit);
        this.deadline = new CallerDeadline(runtime);
        this.creations = new SingleFlight<>(
                name -> wire.byName(name, true).contextWrite(context -> context.delete(CallOptions.class)));
    }

    @Override
    public Mono<AgentBayContext> getOrCreate(String name) {
        requireName(name, "name");
        return deadline.of("GetContext", creations.join(name)).map(this::seen);
    }

    @Override
    public Flux<AgentBayContext> getOrCreateAll(Collection<String> names) {
        var all = List.copyOf(names);
        all.forEach(name -> requireName(name, "name"));
        return Flux.fromIterable(all).flatMapSequential(this::getOrCreate, CREATED_AT_ONCE, 1);
    }

    @Override
    public Mono<AgentBayContext> get(String name) {
        requireName(name, "name");
        return Mono.defer(() -> wire.byName(name, false)).map(this::seen);
    }

    @Override
    public Mono<AgentBayContext> get(ContextRef context) {
        String id = idOf(context);
        return Mono.defer(() -> wire.byId(id)).map(this::seen);
    }

    @Override
    public Mono<AgentBayContext> find(String name) {
        return get(name).onErrorResume(DefaultContextOperations::isNoContext, e -> Mono.empty());
    }

    @Override
    public Flux<AgentBayContext> list() {
        return Pages.all("ListContexts", token -> wire.list(PAGE_SIZE, token)).map(this::seen);
    }

    @Override
    public Flux<AgentBayContext> list(String namePrefix) {
        Objects.requireNonNull(namePrefix, "namePrefix");
        return list().filter(context -> context.name().startsWith(namePrefix));
    }

    @Override
    public Mono<AgentBayContext> rename(ContextRef context, String newName) {
        String id = idOf(context);
        requireName(newName, "newName");
        return Mono.defer(() -> wire.rename(id, newName)).then(get(context));
    }

    @Override
    public Mono<Void> clear(ContextRef context) {
        return clearing(context).then();
    }

    @Override
    public Flux<AgentBayContext.State> clearing(ContextRef context) {
        String id = idOf(context);
        var spec = new Operations.Spec(Operation.Kind.CLEAR, null, id, null);
        return operations.runMany(
                spec,
                progress -> stores.contains(context.id())
                        ? Flux.error(stores.refusal("ClearContext", context.id()))
                        : clearing.states(id, progress));
    }

    @Override
    public ContextFiles files(ContextRef context) {
        return files.apply(idOf(context));
    }

    @Override
    public Mono<Void> delete(ContextRef context) {
        String id = idOf(context);
        return Mono.defer(() -> stores.contains(context.id())
                        ? Mono.error(stores.refusal("DeleteContext", context.id()))
                        : wire.delete(id))
                .onErrorResume(e -> isNoContext(e) && wasThere(id, (NotFoundException) e), e -> Mono.empty())
                .doOnSuccess(nothing -> seen.add(id));
    }

    /** Known before, or deleted by an earlier attempt of the same call whose answer was lost. */
    private boolean wasThere(String id, NotFoundException error) {
        return seen.contains(id) || error.attempts() > 1;
    }

    private AgentBayContext seen(ContextData data) {
        seen.add(data.id());
        var context = ContextMapper.toContext(data);
        stores.seen(context.id(), context.name());
        return context;
    }

    private static boolean isNoContext(Throwable error) {
        return error instanceof NotFoundException missing && missing.kind() == Kind.CONTEXT;
    }

    private static String idOf(ContextRef context) {
        return Objects.requireNonNull(context, "context").id().value();
    }

    private static void requireName(String name, String input) {
        if (Objects.requireNonNull(name, input).isBlank()) {
            throw new IllegalArgumentException(input + " is blank; a context needs a name");
        }
    }
}
