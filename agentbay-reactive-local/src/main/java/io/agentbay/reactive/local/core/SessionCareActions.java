package io.agentbay.reactive.local.core;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** The actions on a living session: labels, addresses, keeping it alive, pausing it. */
final class SessionCareActions {

    private final Ground ground;
    private final SessionTable sessions;
    private final SessionViews views;

    SessionCareActions(Ground ground, SessionTable sessions, SessionViews views) {
        this.ground = ground;
        this.sessions = sessions;
        this.views = views;
    }

    void register(Actions actions) {
        actions.add("SetLabel", this::setLabels);
        actions.add("GetLabel", this::labels);
        actions.add("GetMcpResource", fields -> ServiceReply.ok(views.resource(sessions.alive(fields))));
        actions.add("GetLink", this::link);
        actions.add("RefreshSessionIdleTime", this::refresh);
        actions.add("PauseSessionAsync", this::pause);
        actions.add("ResumeSessionAsync", this::resume);
    }

    private ServiceReply setLabels(Fields fields) {
        Map<String, String> labels = fields.strings("Labels");
        sessions.alive(fields).labels(labels, ground.now());
        return ServiceReply.ok();
    }

    /** All labels, unless the caller asks for pages. */
    private ServiceReply labels(Fields fields) {
        Map<String, String> labels = sessions.alive(fields).labels().now();
        int size = fields.positive("MaxResults", Math.max(1, labels.size()));
        int from = (int) Math.min(labels.size(), Pages.PageRequest.of(fields).token());
        int to = Math.min(labels.size(), from + size);
        Map<String, String> shown = new LinkedHashMap<>();
        List.copyOf(new TreeMap<>(labels).entrySet())
                .subList(from, to)
                .forEach(label -> shown.put(label.getKey(), label.getValue()));
        return ServiceReply.ok(Map.of("Labels", Json.text(shown)))
                .with("MaxResults", size)
                .with("NextToken", to == labels.size() ? "" : Long.toString(to, 36))
                .with("TotalCount", labels.size());
    }

    private ServiceReply link(Fields fields) {
        StoredSession session = sessions.alive(fields);
        return ServiceReply.ok(views.link(session, fields.find("Port").orElse("")));
    }

    private ServiceReply refresh(Fields fields) {
        sessions.alive(fields).touch(ground.now());
        return ServiceReply.ok();
    }

    private ServiceReply pause(Fields fields) {
        return change(fields, SessionStatus.RUNNING, SessionStatus.PAUSING, SessionStatus.PAUSED);
    }

    private ServiceReply resume(Fields fields) {
        return change(fields, SessionStatus.PAUSED, SessionStatus.RESUMING, SessionStatus.RUNNING);
    }

    private ServiceReply change(Fields fields, SessionStatus from, SessionStatus through, SessionStatus to) {
        StoredSession session = sessions.alive(fields);
        if (!session.move(from, through)) {
            throw new ServiceError(
                    400, "InvalidMcpSession.Status", "Resource [McpSession] is " + session.status() + ".");
        }
        session.touch(ground.now());
        ground.planIn(ground.model().sessions().pausing(), () -> arrive(session, through, to));
        return ServiceReply.ok();
    }

    private void arrive(StoredSession session, SessionStatus through, SessionStatus to) {
        if (session.move(through, to)) {
            session.touch(ground.now());
        }
    }
}
