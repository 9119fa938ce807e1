package io.agentbay.reactive.local.simulation.planted;

import static io.agentbay.reactive.local.simulation.planted.Bug.core;
import static io.agentbay.reactive.local.simulation.planted.Bug.local;
import static io.agentbay.reactive.local.simulation.planted.Bug.snapshots;

import java.util.List;
import java.util.stream.Stream;

/** The planted bugs: each a rule of this library or of the embedded service, left out or turned round. */
public final class Bugs {

    private static final List<Bug> SYNCS = List.of(
            core(
                    "a task that is listed already is accepted",
                    "internal.sync.Acceptance",
                    ".filter(task -> task.startTime() > baseline)",
                    ".filter(task -> task.startTime() >= baseline)"),
            core(
                    "a failed task counts as success",
                    "internal.sync.Acceptance",
                    "return task.status().equals(\"Success\")\n                && task.errorMessage().isEmpty()",
                    "return ended(task)"),
            core(
                    "a running task counts as success",
                    "internal.sync.Acceptance",
                    "return task.status().equals(\"Success\")\n                && task.errorMessage().isEmpty()\n"
                            + "                && task.finishTime() >= task.startTime();",
                    "return !failed(task);"),
            core(
                    "a sync joins the round that runs",
                    "internal.sync.RoundQueue",
                    "        leave(shared);\n        return true;",
                    "        return true;"),
            core(
                    "the pace before a trigger is left out",
                    "internal.sync.Baseline",
                    "Math.max(0, observedAt + PACE - nowNanos)",
                    "0"),
            core(
                    "an earlier trigger is not waited for",
                    "internal.sync.Baseline",
                    "return unresolved == null;",
                    "return true;"),
            core(
                    "a running task is not waited for",
                    "internal.sync.Round",
                    "setting.baseline().settled(poll.sentNanos()) && !matched.running()",
                    "setting.baseline().settled(poll.sentNanos())"),
            core(
                    "every sync ends unconfirmed",
                    "internal.sync.AcceptWait",
                    "return new Evidence(found.task(), matched.match(), baseline, triggeredAt, seenAt,"
                            + " setting.now(), polls);",
                    "throw RoundUnconfirmed.afterTrigger(\"who knows\", baseline, null);"),
            core(
                    "listed means confirmed",
                    "internal.sync.Levels",
                    "if (missing.isEmpty()) {",
                    "if (missing.size() >= 0) {"),
            core(
                    "verified means hashed, whatever the hash",
                    "internal.sync.Levels",
                    "return different.isEmpty()",
                    "return different.size() >= 0"),
            core(
                    "a mount half downloaded is uploaded",
                    "internal.sync.Gates",
                    "ready ? Mono.fromRunnable(state::downloaded) : Mono.error(notReady(state, null))",
                    "Mono.<Void>fromRunnable(state::downloaded)"));

    private static final List<Bug> SESSIONS = List.of(
            core(
                    "a create whose answer was lost is sent again",
                    "internal.session.SessionCreator",
                    "return reconcile(request, origin, lost);",
                    "return world.sessions().create(asked(request, label))"
                            + ".map(data -> factory.created(data, request, origin));"),
            core(
                    "a create is not waited for until its mounts are filled",
                    "internal.session.SessionCreator",
                    "                    .flatMap(session -> whenReady(session, progress));",
                    "                    ;"),
            core(
                    "a create whose answer was lost is looked for once",
                    "internal.session.SessionCreator",
                    "        caretaker.watch(entry, sweep(request, origin));\n",
                    ""),
            core(
                    "a second session of one create is left alone",
                    "internal.session.SessionCreator",
                    "                .skip(1)\n",
                    "                .skip(100)\n"),
            core(
                    "a close saves nothing",
                    "internal.session.SessionCloser",
                    "return unsaved.isEmpty() ? Mono.just(new Saved(null, List.of())) : upload(session, unsaved);",
                    "return Mono.just(new Saved(null, List.of()));"),
            core(
                    "a close takes a failed upload for saved",
                    "internal.session.SessionCloser",
                    "                .map(report -> new Saved(report, List.of()))\n"
                            + "                .onErrorResume(error -> notSaved(session, mounts, error));",
                    "                .map(report -> new Saved(report, List.of()))\n"
                            + "                .onErrorReturn(new Saved(null, List.of()));"),
            core(
                    "a session is deleted while it is being filled",
                    "internal.session.SessionCloser",
                    "                    .delayUntil(saved -> downloaded(session))\n",
                    ""),
            core(
                    "a delete that was accepted counts as an end",
                    "internal.session.SessionEnd",
                    ".flatMap(acknowledged -> gone(id, acknowledged));",
                    ".flatMap(acknowledged -> acknowledged ? Mono.<Void>empty() : gone(id, acknowledged));"),
            core(
                    "a delete that finds nothing counts as an end",
                    "internal.session.SessionEnd",
                    "known ? Mono.just(true) : Mono.error(e)",
                    "known ? Mono.empty() : Mono.error(e)"),
            core(
                    "timers of a closed session go on",
                    "internal.session.SessionCloser",
                    "        session.timers().end();\n        caretaker.release(session);",
                    "        caretaker.release(session);"),
            core(
                    "a cancelled close is forgotten",
                    "internal.session.Shield",
                    "                            runtime.background().run(what, abandoned.apply(shared));\n",
                    ""));

    private static final List<Bug> CONTEXTS = List.of(
            core(
                    "a clear that was accepted counts as done",
                    "internal.context.Clearing",
                    ".takeUntil(state -> state == State.AVAILABLE);",
                    ".take(1).map(state -> State.AVAILABLE);"),
            core(
                    "a hand-over downloads before it uploads",
                    "internal.session.HandOver",
                    "return from.sync()\n                    .upload(UploadRequest.of(first, more).verified())\n"
                            + "                    .flatMap(up -> to.sync()\n"
                            + "                            .download(DownloadRequest.of(first, more).verified())\n"
                            + "                            .map(down ->",
                    "return to.sync()\n                    .download(DownloadRequest.of(first, more).verified())\n"
                            + "                    .flatMap(down -> from.sync()\n"
                            + "                            .upload(UploadRequest.of(first, more).verified())\n"
                            + "                            .map(up ->"),
            core(
                            "a broken download goes on with another version",
                            "internal.file.ObjectProgress",
                            ", \"If-Range\", etag);",
                            ");")
                    .and("etag.equals(answer.headers().get(\"etag\"))", "!etag.isEmpty()"),
            core(
                    "a web page in the place of a file is taken for it",
                    "internal.file.SignedDownloads",
                    "status == 200 && SignedErrors.isStrange(download.headers())",
                    "status < 0"),
            core(
                    "a conditional upload goes over what others changed",
                    "internal.sync.ConflictGate",
                    "held.version().equals(version)",
                    "!held.version().isEmpty()"));

    private static final List<Bug> SNAPSHOTS = List.of(
            snapshots(
                    "a manifest is written before it is known that its objects are stored",
                    "Reading",
                    "                    .then(Mono.defer(this::loseWhatIsLost))\n",
                    ""),
            snapshots(
                    "a manifest is not read back",
                    "Catalog",
                    "                .then(Streams.collect(store.get(name.path())))\n"
                            + "                .onErrorResume(Damage::isAbsent, gone -> Mono.empty())\n"
                            + "                .filter(name::names)\n"
                            + "                .map(same -> name)\n",
                    "                .thenReturn(name)\n"),
            snapshots(
                    "a prune sweeps without grace",
                    "Pruning",
                    "return marked != null && !now.isBefore(marked.plus(Limits.GRACE));",
                    "return marked != null;"),
            snapshots(
                    "a sweep does not read the manifests again",
                    "Pruning",
                    ".filter(candidate -> !kept.contains(candidate.name()))",
                    ".filter(candidate -> true)"),
            snapshots(
                    "an object counts as there because a listing or nobody said so",
                    "Presence",
                    ".filter(length -> length != content.stored())",
                    ".filter(length -> false)"),
            snapshots(
                    "a prune deletes at once what nothing refers to",
                    "Pruning",
                    "catalog().publishMark(new Mark(candidates)).thenReturn(bytes(candidates))",
                    "Flux.fromIterable(candidates).concatMap(this::delete).then(Mono.just(bytes(candidates)))"),
            snapshots(
                    "what was written a moment ago is read at once",
                    "Reading",
                    "            return left.isNegative()\n",
                    "            return left.compareTo(Limits.RACY) <= 0\n"),
            snapshots(
                    "a restore goes by what a listing says",
                    "RestorePlanner",
                    "        return Streams.sha256(",
                    "        if (String.valueOf(there.modified()).equals(String.valueOf(file.modified()))) {\n"
                            + "            return Mono.just(new Compared(file, there, true));\n"
                            + "        }\n"
                            + "        return Streams.sha256("),
            snapshots(
                    "what is removed is only forgotten by who removed it",
                    "Catalog",
                    "return store.delete(name.path()).doOnSuccess(done -> memory.removed(name));",
                    "return Mono.fromRunnable(() -> memory.removed(name));"));

    private static final List<Bug> SERVICE = List.of(
            local(
                    "a file is named before its bytes are forced",
                    "BlobWriters",
                    "        force(() -> disk.forceAll(fresh.stream().map(BlobWriter::file).toList()));\n",
                    ""),
            local(
                    "a directory is not forced",
                    "BlobWriters",
                    "        force(() -> disk.forceDirectory(directory));\n",
                    ""),
            local(
                    "a file is collected before its row",
                    "BlobCollector",
                    "            journal.commit(",
                    "                rows.forEach(row -> deleteQuietly(row.file()));\n            journal.commit("),
            local(
                    "a content that was collected is found again",
                    "Blobs",
                    "            Blob blob = byHash.remove(hash);",
                    "            Blob blob = byHash.get(hash);"),
            local(
                    "a failed commit is answered as done",
                    "Journal",
                    "            breakDown(e);\n            throw readOnly();",
                    "            breakDown(e);"));

    private Bugs() {}

    public static List<Bug> all() {
        return Stream.of(SYNCS, SESSIONS, CONTEXTS, SNAPSHOTS, SERVICE)
                .flatMap(List::stream)
                .toList();
    }
}
