package io.agentbay.reactive.local.core;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The actions that create, describe, list and end sessions. */
final class SessionActions {

    private final Ground ground;
    private final SessionTable sessions;
    private final SessionLife life;
    private final Mounts mounts;
    private final SessionViews views;

    SessionActions(Ground ground, SessionTable sessions, SessionLife life, Mounts mounts, SessionViews views) {
        this.ground = ground;
        this.sessions = sessions;
        this.life = life;
        this.mounts = mounts;
        this.views = views;
    }

    void register(Actions actions) {
        actions.add("CreateMcpSession", this::create);
        actions.add("GetSession", this::get);
        actions.add("GetSessionDetail", this::detail);
        actions.add("ListSession", this::list);
        actions.add("DeleteSessionAsync", this::delete);
        actions.add("ReleaseMcpSession", this::release);
    }

    private ServiceReply create(Fields fields) {
        Duration idle = fields.find("Timeout").isPresent()
                ? Duration.ofSeconds(fields.positive("Timeout", 1))
                : ground.model().sessions().idleTimeout();
        List<Mount> wanted = fields.find("PersistenceDataList")
                .map(json -> mounts.read(fields.tenant(), json))
                .orElse(List.of());
        String image = fields.find("ImageId").orElse("linux_latest");
        StoredSession session = life.start(fields.tenant(), image, idle, fields.strings("Labels"), wanted);
        return ServiceReply.ok(views.created(session));
    }

    private ServiceReply get(Fields fields) {
        return ServiceReply.ok(views.session(touched(sessions.get(fields))));
    }

    /** An ended session is still described for some time, so that whoever deletes sees the end. */
    private ServiceReply detail(Fields fields) {
        String id = fields.get("SessionId");
        Optional<StoredSession> session = sessions.find(fields.tenant(), id);
        if (session.isPresent()) {
            return ServiceReply.ok(views.detail(touched(session.get())));
        }
        if (sessions.hasEnded(fields.tenant(), id)) {
            return ServiceReply.ok(views.ended(id));
        }
        throw ServiceError.noSession();
    }

    private StoredSession touched(StoredSession session) {
        if (ground.model().sessions().everyCallIsActivity()) {
            session.touch(ground.now());
        }
        return session;
    }

    private ServiceReply list(Fields fields) {
        Map<String, String> labels = fields.strings("Labels");
        Optional<String> status = fields.find("Status");
        var page = Pages.of(
                sessions.of(fields.tenant()),
                session -> session.labels().match(labels, ground.now()) && hasStatus(session, status),
                Pages.PageRequest.of(fields),
                ground.model().storage().pagesShift());
        return page.reply(page.items().stream()
                .map(session -> Map.of(
                        "SessionId",
                        session.id(),
                        "SessionStatus",
                        session.status().name()))
                .toList());
    }

    private static boolean hasStatus(StoredSession session, Optional<String> status) {
        return status.isPresent() ? status.get().equals(session.status().name()) : session.alive();
    }

    private ServiceReply delete(Fields fields) {
        life.releaseLater(sessions.alive(fields));
        return ServiceReply.ok();
    }

    private ServiceReply release(Fields fields) {
        life.releaseNow(sessions.alive(fields));
        return ServiceReply.ok();
    }
}
