package io.agentbay.reactive.internal.sync;

import io.agentbay.reactive.common.Content;
import io.agentbay.reactive.file.FileStore;
import io.agentbay.reactive.sync.MergeReport.Version;
import io.agentbay.reactive.sync.Mount;
import java.nio.ByteBuffer;
import java.util.Objects;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * Takes the steps of a merge in one mount, a few files at a time, deletions last. What is to be replaced or deleted in
 * the context is read once more just before, because the store knows no condition.
 */
final class MergeApply {

    private static final int AT_ONCE = 4;

    private final Mount mount;
    private final ContextStore store;
    private final FileStore files;

    MergeApply(Mount mount, ContextStore store, FileStore files) {
        this.mount = mount;
        this.store = store;
        this.files = files;
    }

    /** Each step once it was taken; {@link MergeMoved} when the context is not as it was planned for. */
    Flux<MergeDone> take(MergePlan plan) {
        return some(plan, step -> step.moves() && !step.deletes()).concatWith(some(plan, MergeStep::deletes));
    }

    private Flux<MergeDone> some(MergePlan plan, Predicate<MergeStep> which) {
        return Flux.fromIterable(plan.steps()).filter(which).flatMap(this::take, AT_ONCE);
    }

    private Mono<MergeDone> take(MergeStep step) {
        MergePath file = step.file();
        if (step.action() == MergeStep.Action.KEEP_BOTH) {
            return keepBoth(file).map(copy -> new MergeDone(step, copy));
        }
        return simple(step.action(), file).thenReturn(new MergeDone(step, null));
    }

    private Mono<Void> simple(MergeStep.Action action, MergePath file) {
        return switch (action) {
            case TO_CONTEXT -> unmoved(file).then(Mono.defer(() -> toContext(file, file.path())));
            case TO_SESSION -> toSession(file.path(), file.path(), present(file.context()));
            case DELETE_IN_CONTEXT -> unmoved(file).then(Mono.defer(() -> store.delete(context(), at(), file.path())));
            case DELETE_IN_SESSION -> files.delete(mount.resolve(file.path()));
            case NOTHING, REFUSE, KEEP_BOTH -> Mono.error(new IllegalStateException("no simple step: " + action));
        };
    }

    /** The copy is safe on both sides before the session's own file is replaced. */
    private Mono<String> keepBoth(MergePath file) {
        Version own = present(file.session());
        return copyName(file.path(), own)
                .delayUntil(copy -> toContext(file, copy))
                .delayUntil(copy -> toSession(copy, copy, own))
                .delayUntil(copy -> toSession(file.path(), file.path(), present(file.context())));
    }

    private Mono<String> copyName(String path, Version version) {
        String name = ConflictNames.of(path, version.sha256());
        return store.look(context(), at(), name)
                .map(there ->
                        there.sha256().equals(version.sha256()) ? name : ConflictNames.longer(path, version.sha256()))
                .defaultIfEmpty(name);
    }

    private Mono<Void> unmoved(MergePath file) {
        return store.look(context(), at(), file.path())
                .map(now -> new Version(now.size(), now.sha256()).equals(file.context()))
                .defaultIfEmpty(file.context() == null)
                .flatMap(same -> same ? Mono.empty() : Mono.error(new MergeMoved(mount.resolve(file.path()))));
    }

    private Mono<Void> toContext(MergePath file, String target) {
        long size = present(file.session()).size();
        return store.write(context(), at(), target, size, files.read(mount.resolve(file.path())));
    }

    private Mono<Void> toSession(String source, String target, Version version) {
        Flux<ByteBuffer> bytes = store.read(context(), at(), source);
        return files.write(mount.resolve(target), new Stored(version.size(), bytes));
    }

    private String context() {
        return mount.context().value();
    }

    private String at() {
        return Looks.storedAt(mount);
    }

    private static Version present(@Nullable Version version) {
        return Objects.requireNonNull(version, "version");
    }

    /** Content of a context, fetched anew each time it is asked for. */
    private record Stored(Long length, Flux<ByteBuffer> bytes) implements Content {

        @Override
        public boolean repeatable() {
            return true;
        }
    }
}
