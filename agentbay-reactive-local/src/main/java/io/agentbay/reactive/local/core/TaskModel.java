package io.agentbay.reactive.local.core;

import java.time.Duration;

/**
 * How sync tasks live; no task has an id and all its times are whole seconds.
 *
 * @param preparing how long a task is listed as Preparing before it works; default 20 ms
 * @param base how long the shortest task runs; default 30 ms
 * @param perFile added for each file it moved; default none
 * @param perMebibyte added for each MiB it moved; default none
 * @param visibleAfter how long after the call a new task is first listed; default at once
 * @param keptFor how long an ended task stays listed; default one hour
 * @param emptySyncMakesTask whether a sync that finds nothing to do is listed at all; default yes, and the start of a session always is
 * @param history whether older tasks of the same context, path and direction stay listed; default no: the newest replaces them
 * @param whileRunning what a trigger does while a task of its mount and direction runs; default its own task afterwards
 * @param commits whether an upload shows file by file or at once; default file by file, so that half an upload can be seen
 */
public record TaskModel(
        Duration preparing,
        Duration base,
        Duration perFile,
        Duration perMebibyte,
        Duration visibleAfter,
        Duration keptFor,
        boolean emptySyncMakesTask,
        boolean history,
        WhileRunning whileRunning,
        Commits commits) {

    /** What a trigger does while a task runs. */
    public enum WhileRunning {
        /** A task of its own, after the running one. */
        QUEUE,
        /** Nothing: the running task is taken for it, although it may have started before the last write. */
        JOIN
    }

    /** How an upload becomes visible. */
    public enum Commits {
        /** Each file for itself. */
        FILE_BY_FILE,
        /** All files of a task together, at its end. */
        AT_ONCE
    }

    /** The weaker world. */
    public static TaskModel defaults() {
        return new TaskModel(
                Duration.ofMillis(20),
                Duration.ofMillis(30),
                Duration.ZERO,
                Duration.ZERO,
                Duration.ZERO,
                Duration.ofHours(1),
                true,
                false,
                WhileRunning.QUEUE,
                Commits.FILE_BY_FILE);
    }

    /** The same with another preparing. */
    public TaskModel preparing(Duration value) {
        return new TaskModel(
                value,
                base,
                perFile,
                perMebibyte,
                visibleAfter,
                keptFor,
                emptySyncMakesTask,
                history,
                whileRunning,
                commits);
    }

    /** The same with another base. */
    public TaskModel base(Duration value) {
        return new TaskModel(
                preparing,
                value,
                perFile,
                perMebibyte,
                visibleAfter,
                keptFor,
                emptySyncMakesTask,
                history,
                whileRunning,
                commits);
    }

    /** The same with another perFile. */
    public TaskModel perFile(Duration value) {
        return new TaskModel(
                preparing,
                base,
                value,
                perMebibyte,
                visibleAfter,
                keptFor,
                emptySyncMakesTask,
                history,
                whileRunning,
                commits);
    }

    /** The same with another perMebibyte. */
    public TaskModel perMebibyte(Duration value) {
        return new TaskModel(
                preparing,
                base,
                perFile,
                value,
                visibleAfter,
                keptFor,
                emptySyncMakesTask,
                history,
                whileRunning,
                commits);
    }

    /** The same with another visibleAfter. */
    public TaskModel visibleAfter(Duration value) {
        return new TaskModel(
                preparing,
                base,
                perFile,
                perMebibyte,
                value,
                keptFor,
                emptySyncMakesTask,
                history,
                whileRunning,
                commits);
    }

    /** The same with another keptFor. */
    public TaskModel keptFor(Duration value) {
        return new TaskModel(
                preparing,
                base,
                perFile,
                perMebibyte,
                visibleAfter,
                value,
                emptySyncMakesTask,
                history,
                whileRunning,
                commits);
    }

    /** The same with another emptySyncMakesTask. */
    public TaskModel emptySyncMakesTask(boolean value) {
        return new TaskModel(
                preparing, base, perFile, perMebibyte, visibleAfter, keptFor, value, history, whileRunning, commits);
    }

    /** The same with another history. */
    public TaskModel history(boolean value) {
        return new TaskModel(
                preparing,
                base,
                perFile,
                perMebibyte,
                visibleAfter,
                keptFor,
                emptySyncMakesTask,
                value,
                whileRunning,
                commits);
    }

    /** The same with another whileRunning. */
    public TaskModel whileRunning(WhileRunning value) {
        return new TaskModel(
                preparing,
                base,
                perFile,
                perMebibyte,
                visibleAfter,
                keptFor,
                emptySyncMakesTask,
                history,
                value,
                commits);
    }

    /** The same with another commits. */
    public TaskModel commits(Commits value) {
        return new TaskModel(
                preparing,
                base,
                perFile,
                perMebibyte,
                visibleAfter,
                keptFor,
                emptySyncMakesTask,
                history,
                whileRunning,
                value);
    }
}
