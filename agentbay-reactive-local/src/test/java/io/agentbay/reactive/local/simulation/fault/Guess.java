package io.agentbay.reactive.local.simulation.fault;

import io.agentbay.reactive.local.core.MountModel;
import io.agentbay.reactive.local.core.ServiceModel;
import io.agentbay.reactive.local.core.SessionModel;
import io.agentbay.reactive.local.core.StorageModel;
import io.agentbay.reactive.local.core.TaskModel;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.function.BiFunction;
import java.util.function.UnaryOperator;

/**
 * One guess about the real service, with values other than its default.
 *
 * @param name as the model names it
 * @param others the other values
 */
public record Guess(String name, List<Value> others) {

    /** One value of a guess. */
    public record Value(String guess, String words, UnaryOperator<ServiceModel> change) {

        public ServiceModel in(ServiceModel model) {
            return change.apply(model);
        }

        @Override
        public String toString() {
            return guess + " = " + words;
        }
    }

    private static final List<Guess> ALL = List.of(
            tasks("preparing", TaskModel::preparing, Duration.ZERO, Duration.ofSeconds(3)),
            tasks("base", TaskModel::base, Duration.ZERO, Duration.ofSeconds(4), Duration.ofSeconds(90)),
            tasks("perFile", TaskModel::perFile, Duration.ofMillis(700)),
            tasks("visibleAfter", TaskModel::visibleAfter, Duration.ofMillis(700), Duration.ofSeconds(8)),
            tasks("keptFor", TaskModel::keptFor, Duration.ofSeconds(30), Duration.ofSeconds(5)),
            tasks("emptySyncMakesTask", TaskModel::emptySyncMakesTask, false),
            tasks("history", TaskModel::history, true),
            tasks("whileRunning", TaskModel::whileRunning, TaskModel.WhileRunning.JOIN),
            tasks("commits", TaskModel::commits, TaskModel.Commits.AT_ONCE),
            storage("keys", StorageModel::keys, StorageModel.Keys.RELATIVE),
            storage("listingLag", StorageModel::listingLag, Duration.ofSeconds(2), Duration.ofSeconds(40)),
            storage("deletes", StorageModel::deletes, StorageModel.Deletes.KNOWN, StorageModel.Deletes.NEVER),
            storage("emptyDirectories", StorageModel::emptyDirectories, true),
            storage("pagesShift", StorageModel::pagesShift, true),
            storage("urlsValidFor", StorageModel::urlsValidFor, Duration.ofSeconds(2)),
            storage("clearing", StorageModel::clearing, Duration.ZERO, Duration.ofSeconds(5)),
            storage("whileClearing", StorageModel::whileClearing, StorageModel.WhileClearing.REFUSE),
            sessions("everyCallIsActivity", SessionModel::everyCallIsActivity, true),
            sessions("releaseUpload", SessionModel::releaseUpload, SessionModel.ReleaseUpload.NEVER),
            sessions("ending", SessionModel::ending, Duration.ZERO, Duration.ofSeconds(20)),
            sessions("endedFor", SessionModel::endedFor, Duration.ZERO, Duration.ofSeconds(10)),
            sessions(
                    "labelLag",
                    SessionModel::labelLag,
                    Duration.ofSeconds(5),
                    Duration.ofSeconds(40),
                    Duration.ofSeconds(90)),
            sessions("syncWithoutPath", SessionModel::syncWithoutPath, true),
            mounts("boundAfter", MountModel::boundAfter, Duration.ofSeconds(5)));

    /** All that matter to what clients are told. */
    public static List<Guess> all() {
        return ALL;
    }

    @SafeVarargs
    private static <V> Guess tasks(String name, BiFunction<TaskModel, V, TaskModel> set, V... values) {
        return of("tasks." + name, (model, value) -> model.tasks(tasks -> set.apply(tasks, value)), values);
    }

    @SafeVarargs
    private static <V> Guess storage(String name, BiFunction<StorageModel, V, StorageModel> set, V... values) {
        return of("storage." + name, (model, value) -> model.storage(storage -> set.apply(storage, value)), values);
    }

    @SafeVarargs
    private static <V> Guess sessions(String name, BiFunction<SessionModel, V, SessionModel> set, V... values) {
        return of("sessions." + name, (model, value) -> model.sessions(all -> set.apply(all, value)), values);
    }

    @SafeVarargs
    private static <V> Guess mounts(String name, BiFunction<MountModel, V, MountModel> set, V... values) {
        return of("mounts." + name, (model, value) -> model.mounts(mounts -> set.apply(mounts, value)), values);
    }

    private static <V> Guess of(String name, BiFunction<ServiceModel, V, ServiceModel> set, V[] values) {
        return new Guess(
                name,
                Arrays.stream(values)
                        .map(value -> new Value(name, words(value), model -> set.apply(model, value)))
                        .toList());
    }

    private static String words(Object value) {
        return value instanceof Duration time ? time.toMillis() + " ms" : value.toString();
    }
}
