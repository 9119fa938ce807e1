package io.agentbay.reactive.internal.session;

import io.agentbay.reactive.internal.wire.SeenIds;
import io.agentbay.reactive.session.OwnedSession;
import java.lang.ref.WeakReference;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Which sessions this client knows: its own until they end, others as long as anybody holds a handle. */
final class SessionRegistry {

    private static final int FIRST_CLEANING = 1_024;

    private final Map<String, SessionRuntime> owned = new LinkedHashMap<>();
    private final Map<String, WeakReference<SessionRuntime>> borrowed = new LinkedHashMap<>();
    private final Map<String, UnconfirmedCreate> unconfirmed = new LinkedHashMap<>();
    private final SeenIds seen = new SeenIds();
    private final MountHistory history = new MountHistory();
    private int cleanAt = FIRST_CLEANING;

    /** How the contexts of these sessions were mounted. */
    MountHistory history() {
        return history;
    }

    /** A session this client created; its own until it ends or is detached. */
    synchronized void own(SessionRuntime session) {
        owned.put(session.id().value(), session);
        history.mounted(session.id().value(), session.mounts());
        seen.add(session.id().value());
    }

    /** The one state of this id, made now if there is none. */
    synchronized SessionRuntime borrow(String id, Supplier<SessionRuntime> make) {
        seen.add(id);
        var known = find(id);
        if (known != null) {
            return known;
        }
        clean();
        var made = make.get();
        borrowed.put(id, new WeakReference<>(made));
        history.mounted(id, made.mounts());
        return made;
    }

    synchronized @Nullable SessionRuntime find(String id) {
        var own = owned.get(id);
        var other = borrowed.get(id);
        return own == null && other != null ? other.get() : own;
    }

    synchronized boolean owns(SessionRuntime session) {
        return owned.containsKey(session.id().value());
    }

    synchronized void detach(SessionRuntime session) {
        if (owned.remove(session.id().value()) != null) {
            borrowed.put(session.id().value(), new WeakReference<>(session));
        }
    }

    /** The session is gone for good. */
    synchronized void ended(String id) {
        var known = find(id);
        if (known != null) {
            history.ended(id, known.mounts());
        }
        owned.remove(id);
        borrowed.remove(id);
    }

    void saw(String id) {
        seen.add(id);
    }

    boolean hasSeen(String id) {
        return seen.contains(id);
    }

    synchronized void unconfirmed(UnconfirmedCreate create) {
        unconfirmed.put(create.label(), create);
    }

    synchronized void settled(UnconfirmedCreate create) {
        unconfirmed.remove(create.label());
    }

    synchronized List<SessionRuntime> owned() {
        return List.copyOf(owned.values());
    }

    /** How many creates were never answered and may have happened. */
    synchronized int unconfirmed() {
        return unconfirmed.size();
    }

    synchronized List<OwnedSession> describe() {
        return Stream.concat(
                        owned.values().stream().map(SessionRuntime::describe),
                        unconfirmed.values().stream().map(UnconfirmedCreate::describe))
                .sorted(Comparator.comparing(OwnedSession::createdAt))
                .toList();
    }

    private void clean() {
        if (borrowed.size() >= cleanAt) {
            borrowed.values().removeIf(reference -> reference.get() == null);
            cleanAt = Math.max(FIRST_CLEANING, borrowed.size() * 2);
        }
    }
}
