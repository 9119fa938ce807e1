package io.agentbay.reactive.local.core;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The actions that mount contexts, trigger syncs and tell how they go. */
final class SyncActions {

    private final Ground ground;
    private final SessionTable sessions;
    private final SessionLife life;
    private final SyncTasks tasks;
    private final Mounts mounts;

    SyncActions(Ground ground, SessionTable sessions, SessionLife life, SyncTasks tasks, Mounts mounts) {
        this.ground = ground;
        this.sessions = sessions;
        this.life = life;
        this.tasks = tasks;
        this.mounts = mounts;
    }

    void register(Actions actions) {
        actions.add("SyncContext", this::sync);
        actions.add("GetContextInfo", this::info);
        actions.add("BindContexts", this::bind);
        actions.add("DescribeSessionContexts", this::describe);
        actions.add("GetAndLoadInternalContext", this::loadInternal);
    }

    private ServiceReply sync(Fields fields) {
        StoredSession session = sessions.alive(fields);
        session.touch(ground.now());
        TaskRun.Direction direction = direction(fields.find("Mode").orElse("upload"));
        Optional<String> contextId = fields.find("ContextId");
        Optional<String> path = fields.find("Path");
        if (contextId.isEmpty() && path.isEmpty()) {
            syncAll(session, direction);
        } else if (contextId.isPresent() && path.isPresent()) {
            syncOne(session, contextId.get(), path.get(), direction);
        } else {
            syncSome(session, contextId, path, direction);
        }
        return ServiceReply.ok();
    }

    private static TaskRun.Direction direction(String mode) {
        return switch (mode) {
            case "upload" -> TaskRun.Direction.UPLOAD;
            case "download" -> TaskRun.Direction.DOWNLOAD;
            default -> throw ServiceError.invalid("Mode", "must be upload or download");
        };
    }

    private void syncAll(StoredSession session, TaskRun.Direction direction) {
        if (!ground.model().sessions().syncWithoutPath()) {
            throw new ServiceError(500, "InternalError", "SyncContext needs ContextId and Path.");
        }
        session.mounts().stream()
                .filter(mount -> !mount.internal())
                .forEach(mount -> accept(session, mount, mount.path(), direction));
    }

    private void syncOne(StoredSession session, String contextId, String path, TaskRun.Direction direction) {
        Mount mount = session.mountOf(contextId, Keys.path("Path", path)).orElseThrow(SyncActions::notMounted);
        accept(session, mount, path, direction);
    }

    private void syncSome(
            StoredSession session, Optional<String> contextId, Optional<String> path, TaskRun.Direction direction) {
        String root = Keys.path("Path", path.orElse("/"));
        List<Mount> chosen = session.mounts().stream()
                .filter(mount -> contextId.isEmpty()
                        || contextId.get().equals(mount.context().id()))
                .filter(mount -> path.isEmpty() || mount.root().equals(root))
                .toList();
        if (chosen.isEmpty()) {
            throw notMounted();
        }
        chosen.forEach(mount -> accept(session, mount, mount.path(), direction));
    }

    private void accept(StoredSession session, Mount mount, String path, TaskRun.Direction direction) {
        tasks.accept(session, mount, path, direction, TaskRun.Cause.CALL);
    }

    private static ServiceError notMounted() {
        return new ServiceError(
                400, "InvalidContext.NotBound", "The context is not bound to the session at this path.");
    }

    private ServiceReply info(Fields fields) {
        StoredSession session = sessions.get(fields);
        if (ground.model().sessions().everyCallIsActivity()) {
            session.touch(ground.now());
        }
        List<Map<String, Object>> entries = session.tasks().listed(ground.now()).stream()
                .filter(task -> asked(fields, task.run()))
                .map(SyncTask::view)
                .toList();
        String status =
                entries.isEmpty() ? "[]" : Json.text(List.of(Map.of("type", "data", "data", Json.text(entries))));
        return ServiceReply.ok(Map.of("ContextStatus", status));
    }

    private static boolean asked(Fields fields, TaskRun run) {
        return fields.find("ContextId")
                        .filter(id -> !id.equals(run.contextId()))
                        .isEmpty()
                && fields.find("TaskType")
                        .filter(type -> !type.equals(run.direction().word()))
                        .isEmpty()
                && fields.find("Path").filter(path -> !same(path, run.path())).isEmpty();
    }

    private static boolean same(String path, String other) {
        return path.equals(other) || Keys.path("Path", path).equals(Keys.path("Path", other));
    }

    private ServiceReply bind(Fields fields) {
        StoredSession session = sessions.alive(fields);
        session.touch(ground.now());
        Instant listed = ground.now().plus(ground.model().mounts().boundAfter());
        life.bind(
                session,
                mounts.read(fields.tenant(), fields.get("PersistenceDataList")).stream()
                        .map(mount -> mount.listedFrom(listed))
                        .toList());
        return ServiceReply.ok();
    }

    private ServiceReply describe(Fields fields) {
        return ServiceReply.ok(sessions.alive(fields).mounts().stream()
                .filter(mount -> !mount.internal() && !ground.now().isBefore(mount.listedFrom()))
                .map(SyncActions::view)
                .toList());
    }

    private static Map<String, Object> view(Mount mount) {
        Map<String, Object> view = new LinkedHashMap<>();
        view.put("ContextId", mount.context().id());
        view.put("ContextName", mount.context().row().name());
        view.put("Path", mount.path());
        view.put("Policy", mount.policyText());
        view.put("BindTime", Times.text(mount.bound()));
        return view;
    }

    private ServiceReply loadInternal(Fields fields) {
        StoredSession session = sessions.alive(fields);
        if (!fields.list("ContextTypes").contains(Mounts.TRANSFER)) {
            return ServiceReply.ok(List.of());
        }
        Mount mount = mounts.transfer(session, life);
        return ServiceReply.ok(List.of(Map.of(
                "ContextId", mount.context().id(), "ContextPath", mount.path(), "ContextType", Mounts.TRANSFER)));
    }
}
