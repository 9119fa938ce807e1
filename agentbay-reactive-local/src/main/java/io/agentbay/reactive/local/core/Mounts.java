package io.agentbay.reactive.local.core;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Reads the mounts a caller asks for, and mounts the file-transfer context. */
final class Mounts {

    /** The one internal context type the service knows. */
    static final String TRANSFER = "file_transfer";

    private static final String TRANSFER_PATH = "/tmp/file-transfer";

    private final Ground ground;
    private final ContextTable contexts;
    private final ContextLife life;

    Mounts(Ground ground, ContextTable contexts, ContextLife life) {
        this.ground = ground;
        this.contexts = contexts;
        this.life = life;
    }

    List<Mount> read(String tenant, String persistenceDataList) {
        List<Mount> mounts = new ArrayList<>();
        for (Object entry : Json.list("PersistenceDataList", persistenceDataList)) {
            mounts.add(mount(tenant, entry instanceof Map<?, ?> map ? map : Map.of()));
        }
        return mounts;
    }

    private Mount mount(String tenant, Map<?, ?> entry) {
        StoredContext context = contexts.get(tenant, text(entry, "ContextId"));
        if (context.row().clearing() && ground.model().storage().whileClearing() == StorageModel.WhileClearing.REFUSE) {
            throw ServiceError.clearing();
        }
        String policy = Optional.ofNullable(entry.get("Policy"))
                .map(value -> value instanceof String text ? text : Json.text(value))
                .orElse("");
        return Mount.of(
                context,
                text(entry, "Path"),
                policy,
                ground.now(),
                ground.model().mounts());
    }

    private static String text(Map<?, ?> entry, String name) {
        return Optional.ofNullable(entry.get(name))
                .map(Object::toString)
                .filter(text -> !text.isEmpty())
                .orElseThrow(() -> ServiceError.missing("PersistenceDataList." + name));
    }

    /** The session's file-transfer mount, made by the first call. */
    Mount transfer(StoredSession session, SessionLife sessions) {
        session.writing().lock();
        try {
            return session.mounts().stream()
                    .filter(Mount::internal)
                    .findFirst()
                    .orElseGet(() -> newTransfer(session, sessions));
        } finally {
            session.writing().unlock();
        }
    }

    private Mount newTransfer(StoredSession session, SessionLife sessions) {
        StoredContext context = life.createInternal(session.row().tenant(), session.transfer());
        Mount mount = Mount.internal(context, TRANSFER_PATH, ground.now());
        sessions.bind(session, List.of(mount));
        return mount;
    }
}
