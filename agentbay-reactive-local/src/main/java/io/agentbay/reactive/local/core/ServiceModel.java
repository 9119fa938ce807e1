package io.agentbay.reactive.local.core;

import java.util.function.UnaryOperator;

/**
 * Every guess about the real service, each with the weaker world as its default: code that is right here is right
 * wherever the guess turns out the other way. Lags and durations are short, so that work against it is quick.
 *
 * <p>Two facts are fixed. The archive of an archived mount lies in its root, named like it with {@code .archive.zip}. A context of file
 * transfers belongs to one session and ends with it.
 *
 * @param tasks how sync tasks live
 * @param storage how the store behaves
 * @param sessions how sessions behave
 * @param mounts how the policies of mounts are understood
 */
public record ServiceModel(TaskModel tasks, StorageModel storage, SessionModel sessions, MountModel mounts) {

    /** The world a client has to be prepared for. */
    public static ServiceModel defaults() {
        return new ServiceModel(
                TaskModel.defaults(), StorageModel.defaults(), SessionModel.defaults(), MountModel.defaults());
    }

    /** The same with other tasks. */
    public ServiceModel tasks(UnaryOperator<TaskModel> change) {
        return new ServiceModel(change.apply(tasks), storage, sessions, mounts);
    }

    /** The same with another store. */
    public ServiceModel storage(UnaryOperator<StorageModel> change) {
        return new ServiceModel(tasks, change.apply(storage), sessions, mounts);
    }

    /** The same with other sessions. */
    public ServiceModel sessions(UnaryOperator<SessionModel> change) {
        return new ServiceModel(tasks, storage, change.apply(sessions), mounts);
    }

    /** The same with other mounts. */
    public ServiceModel mounts(UnaryOperator<MountModel> change) {
        return new ServiceModel(tasks, storage, sessions, change.apply(mounts));
    }
}
