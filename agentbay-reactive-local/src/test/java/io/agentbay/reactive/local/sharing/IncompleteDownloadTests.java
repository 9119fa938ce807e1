package io.agentbay.reactive.local.sharing;

import static io.agentbay.reactive.local.sharing.Endangered.ROOT;
import static org.assertj.core.api.Assertions.assertThat;

import io.agentbay.reactive.local.LocalOptions;
import io.agentbay.reactive.local.core.MountModel;
import io.agentbay.reactive.local.core.ServiceModel;
import io.agentbay.reactive.local.core.SessionModel;
import io.agentbay.reactive.local.core.StorageModel;
import io.agentbay.reactive.local.core.TaskModel;
import io.agentbay.reactive.session.Session;
import io.agentbay.reactive.sync.AutoSync;
import io.agentbay.reactive.sync.ConflictRule;
import io.agentbay.reactive.sync.DownloadRequest;
import io.agentbay.reactive.sync.SyncPolicy;
import io.agentbay.reactive.sync.UploadRequest;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;

/**
 * A mount whose download is running or failed cannot empty its context by any call of this client, whatever is guessed
 * of the service; where deletions are not carried over, not by the service's own release of the session either.
 */
class IncompleteDownloadTests {

    private static final int AT_ONCE = 4;
    private static final Duration LIMIT = Duration.ofMinutes(15);
    private static final Duration TWO_SECONDS = Duration.ofSeconds(2);
    private static final Map<String, UnaryOperator<ServiceModel>> DEFAULT = Map.of("default", model -> model);
    private static final Map<String, UnaryOperator<ServiceModel>> MODELS = models();

    @TempDir
    Path data;

    /** What becomes of the download. */
    enum Fault {
        FAILS,
        NEVER_ENDS
    }

    @ParameterizedTest
    @EnumSource(Fault.class)
    void noCallEmptiesTheContext(Fault fault) {
        assertThat(lost(DEFAULT, world -> calls(world, fault))).isEmpty();
    }

    @ParameterizedTest
    @EnumSource(Fault.class)
    void withKeepingDeletedTheReleaseDoesNotEither(Fault fault) {
        assertThat(lost(DEFAULT, world -> releases(world, fault))).isEmpty();
    }

    @Tag("slow")
    @ParameterizedTest
    @EnumSource(Fault.class)
    void noCallEmptiesTheContextUnderAnyModel(Fault fault) {
        assertThat(lost(MODELS, world -> calls(world, fault))).isEmpty();
    }

    @Tag("slow")
    @ParameterizedTest
    @EnumSource(Fault.class)
    void withKeepingDeletedTheReleaseDoesNotEitherUnderAnyModel(Fault fault) {
        assertThat(lost(MODELS, world -> releases(world, fault))).isEmpty();
    }

    @ParameterizedTest
    @EnumSource(Fault.class)
    void noTimerEmptiesTheContext(Fault fault) {
        var automatic = SyncPolicy.onDemand().autoSync(AutoSync.every(AutoSync.SHORTEST));
        assertThat(lost(
                        Map.of("default", model -> model),
                        world -> world.withFault(
                                fault,
                                automatic,
                                session -> session.files()
                                        .write(ROOT + "/new", "new")
                                        .then(Mono.delay(AutoSync.SHORTEST.plusSeconds(2)))
                                        .then(Endangered.ending(session.close())))))
                .isEmpty();
    }

    @Test
    void everyGuessIsAmongTheModels() {
        assertThat(Guesses.notIn(MODELS.values())).isEmpty();
        assertThat(MODELS).hasSizeGreaterThan(Guesses.names().size());
    }

    private List<String> lost(Map<String, UnaryOperator<ServiceModel>> models, Function<Endangered, Mono<Void>> what) {
        return Flux.fromIterable(models.entrySet())
                .flatMap(model -> lost(model.getKey(), model.getValue(), what), AT_ONCE)
                .collectList()
                .blockOptional(LIMIT)
                .orElseThrow();
    }

    private Mono<String> lost(String name, UnaryOperator<ServiceModel> model, Function<Endangered, Mono<Void>> what) {
        return Mono.fromCallable(() -> {
                    try (var world = new Endangered(
                            data.resolve(name), LocalOptions.defaults().model(model))) {
                        what.apply(world).block(LIMIT);
                        world.shutdown();
                        return world.lost();
                    }
                })
                .subscribeOn(Schedulers.boundedElastic())
                .filter(lost -> !lost.isEmpty())
                .map(lost -> name + " lost " + lost);
    }

    private static Mono<Void> calls(Endangered world, Fault fault) {
        return Mono.when(
                world.withFault(fault, SyncPolicy.onDemand(), IncompleteDownloadTests::everyCall),
                world.withFault(
                        fault,
                        SyncPolicy.manual(),
                        session -> session.sync()
                                .download(DownloadRequest.all().deadline(TWO_SECONDS))
                                .onErrorComplete()
                                .then(everyCall(session))),
                world.withFault(fault, SyncPolicy.onDemand().keepingDeleted(), IncompleteDownloadTests::everyCall),
                world.withFault(
                        fault,
                        SyncPolicy.onDemand(),
                        session -> world.borrowed(session).flatMap(IncompleteDownloadTests::everyCall)),
                world.bound(fault, IncompleteDownloadTests::everyCall),
                world.refusedCreate(fault),
                world.cancelledCreate(fault),
                world.use(fault));
    }

    private static Mono<Void> everyCall(Session session) {
        var sync = session.sync();
        return Flux.<Mono<?>>just(
                        session.files().write(ROOT + "/new", "new"),
                        sync.upload(),
                        sync.upload(UploadRequest.all().listed()),
                        sync.upload(UploadRequest.all().verified()),
                        sync.persist(ROOT + "/important", "text"),
                        sync.merge(ConflictRule.KEEP_BOTH),
                        session.close(),
                        session.close())
                .concatMap(Endangered::ending)
                .then();
    }

    private static Mono<Void> releases(Endangered world, Fault fault) {
        return Flux.just(SyncPolicy.onDemand().keepingDeleted(), Team.MANAGED)
                .concatMap(policy -> world.released(fault, policy))
                .then();
    }

    private static Map<String, UnaryOperator<ServiceModel>> models() {
        Map<String, UnaryOperator<ServiceModel>> all = new LinkedHashMap<>();
        all.put("default", model -> model);
        tasks(all, "preparing", tasks -> tasks.preparing(TWO_SECONDS));
        tasks(all, "base", tasks -> tasks.base(TWO_SECONDS));
        tasks(all, "perFile", tasks -> tasks.perFile(Duration.ofMillis(300)));
        tasks(all, "perMebibyte", tasks -> tasks.perMebibyte(TWO_SECONDS));
        tasks(all, "visibleAfter", tasks -> tasks.visibleAfter(TWO_SECONDS));
        tasks(all, "keptFor", tasks -> tasks.keptFor(Duration.ofMillis(100)));
        tasks(all, "emptySyncMakesNoTask", tasks -> tasks.emptySyncMakesTask(false));
        tasks(all, "history", tasks -> tasks.history(true));
        tasks(all, "join", tasks -> tasks.whileRunning(TaskModel.WhileRunning.JOIN));
        tasks(all, "atOnce", tasks -> tasks.commits(TaskModel.Commits.AT_ONCE));
        storage(all, "relativeKeys", storage -> storage.keys(StorageModel.Keys.RELATIVE));
        storage(all, "listingLag", storage -> storage.listingLag(TWO_SECONDS));
        storage(all, "deletesKnown", storage -> storage.deletes(StorageModel.Deletes.KNOWN));
        storage(all, "deletesNever", storage -> storage.deletes(StorageModel.Deletes.NEVER));
        storage(all, "emptyDirectories", storage -> storage.emptyDirectories(true));
        storage(all, "pagesShift", storage -> storage.pagesShift(true));
        sessions(all, "everyCallIsActivity", sessions -> sessions.everyCallIsActivity(true));
        sessions(all, "noReleaseUpload", sessions -> sessions.releaseUpload(SessionModel.ReleaseUpload.NEVER));
        sessions(all, "ending", sessions -> sessions.ending(TWO_SECONDS));
        sessions(all, "endedFor", sessions -> sessions.endedFor(Duration.ofMillis(10)));
        sessions(all, "labelLag", sessions -> sessions.labelLag(TWO_SECONDS));
        sessions(all, "noSyncWithoutPath", sessions -> sessions.syncWithoutPath(false));
        all.put("literal", model -> model.mounts(mounts -> mounts.patterns(MountModel.Patterns.LITERAL)));
        Guesses.notIn(all.values()).forEach(all::put);
        return all;
    }

    private static void tasks(
            Map<String, UnaryOperator<ServiceModel>> all, String name, UnaryOperator<TaskModel> change) {
        all.put(name, model -> model.tasks(change));
    }

    private static void storage(
            Map<String, UnaryOperator<ServiceModel>> all, String name, UnaryOperator<StorageModel> change) {
        all.put(name, model -> model.storage(change));
    }

    private static void sessions(
            Map<String, UnaryOperator<ServiceModel>> all, String name, UnaryOperator<SessionModel> change) {
        all.put(name, model -> model.sessions(change));
    }
}
