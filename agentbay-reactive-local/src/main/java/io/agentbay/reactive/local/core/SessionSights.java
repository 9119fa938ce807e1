package io.agentbay.reactive.local.core;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Sessions, mounts and tasks as an {@link Inspection} shows them. */
final class SessionSights {

    private SessionSights() {}

    static Map<String, Object> of(StoredSession session) {
        Map<String, Object> view = new LinkedHashMap<>();
        view.put("id", session.id());
        view.put("status", session.status().name());
        view.put("tenant", session.row().tenant());
        view.put("image", session.imageId());
        view.put("created", session.row().created().toString());
        view.put("idleUntil", session.idleUntil().toString());
        view.put("commands", session.commands().get());
        view.put("labels", session.labels().now());
        view.put("mounts", session.mounts().stream().map(SessionSights::of).toList());
        return view;
    }

    /** One that ended. */
    static Map<String, Object> of(SessionRow row) {
        Map<String, Object> view = new LinkedHashMap<>();
        view.put("id", row.id());
        view.put("status", SessionStatus.FINISH.name());
        view.put("tenant", row.tenant());
        view.put("created", row.created().toString());
        view.put("mounts", List.of());
        return view;
    }

    private static Map<String, Object> of(Mount mount) {
        Map<String, Object> view = new LinkedHashMap<>();
        view.put("contextId", mount.context().id());
        view.put("contextName", mount.context().row().name());
        view.put("path", mount.path());
        view.put("policy", mount.policyText());
        view.put("autoUpload", mount.policy().autoUpload());
        view.put("internal", mount.internal());
        return view;
    }

    static Map<String, Object> of(SyncTask task) {
        TaskRun run = task.run();
        Map<String, Object> seen = task.view();
        Map<String, Object> view = new LinkedHashMap<>();
        view.put("session", run.sessionId());
        view.put("contextId", run.contextId());
        view.put("contextName", task.mount().context().row().name());
        view.put("path", run.path());
        view.put("direction", run.direction().word());
        view.put("cause", run.cause().name().toLowerCase(Locale.ROOT));
        view.put("status", String.valueOf(seen.get("status")));
        view.put("reason", String.valueOf(seen.get("errorMessage")));
        view.put("accepted", task.accepted().toString());
        view.put(
                "fault",
                task.fault().kind() == TaskFault.Kind.NONE
                        ? ""
                        : word(task.fault().kind()));
        return view;
    }

    private static String word(TaskFault.Kind kind) {
        return kind.name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }
}
