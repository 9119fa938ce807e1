package io.agentbay.reactive.local.simulation.history;

import io.agentbay.reactive.local.core.BlobRow;
import io.agentbay.reactive.local.core.ContextRow;
import io.agentbay.reactive.local.core.LedgerTransaction;
import io.agentbay.reactive.local.core.ObjectRow;
import io.agentbay.reactive.local.core.RecycleRow;
import io.agentbay.reactive.local.core.SessionRow;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/**
 * The reference model: what really happened in the service, whatever anybody was told. Every object of every context
 * and every file of every session with all its versions and their times.
 */
public final class Truth {

    /** Who does not use this library, as the service sees its caller. */
    public static final String STRANGER = "F";

    private final LongSupplier now;
    private final Map<String, ContextRow> contexts = new TreeMap<>();
    private final Map<String, ContextRow> everContexts = new LinkedHashMap<>();
    private final Map<String, List<Named>> names = new TreeMap<>();
    private final Map<String, Map<String, Timed>> objects = new TreeMap<>();
    private final Archives archives;
    private final Map<String, SessionRow> sessions = new LinkedHashMap<>();
    private final Map<String, Long> endings = new LinkedHashMap<>();
    private final Map<String, Long> beginnings = new LinkedHashMap<>();
    private final Map<String, String> makers = new LinkedHashMap<>();
    private final Map<String, Map<String, Timed>> files = new TreeMap<>();
    private final List<Deletion> deletions = new ArrayList<>();
    private final Set<String> askedToEnd = new HashSet<>();
    private Watcher watcher = (context, key, gone) -> {};
    private String doing = "";
    private String reading = "";

    public Truth(LongSupplier now) {
        this.now = now;
        this.archives = new Archives(now);
    }

    /** What the service is doing, for what follows. */
    public void doing(String what) {
        doing = what;
        reading = "";
    }

    /** The service walks the files of this session; what it deletes from a context then, it does for that one. */
    public void reads(String session) {
        reading = session;
    }

    /** Is told of every object that comes or goes, once it has. */
    void watch(Watcher each) {
        watcher = each;
    }

    /** A call asks for the end of a session. */
    public void askToEnd(String session) {
        askedToEnd.add(session);
    }

    /** Whether any call ever asked for the end of a session. */
    public boolean askedToEnd(String session) {
        return askedToEnd.contains(session);
    }

    /** Something was committed. */
    public void committed(Consumer<LedgerTransaction> changes) {
        changes.accept(new Changes());
    }

    /** A file of a session is this now; null when it is gone. */
    public void file(String session, String path, @Nullable String hash, long size) {
        var versions = files.computeIfAbsent(session, any -> new TreeMap<>()).computeIfAbsent(path, any -> new Timed());
        var last = versions.last();
        var was = last == null ? null : last.hash();
        if (!Objects.equals(was, hash)) {
            versions.add(new Version(now.getAsLong(), hash, size, doing));
        }
    }

    /** All versions of an object; empty when it never was. */
    public Timed object(String context, String key) {
        return objects.getOrDefault(context, Map.of()).getOrDefault(key, Timed.NOTHING);
    }

    /** All keys a context ever had. */
    public Collection<String> keys(String context) {
        return objects.getOrDefault(context, Map.of()).keySet();
    }

    /** The archives that mounts are stored as, and what is in them. */
    public Archives archives() {
        return archives;
    }

    /** The contexts that ever had an object. */
    public Collection<String> contextsWithObjects() {
        return objects.keySet();
    }

    /** All versions of a file of a session. */
    public Timed file(String session, String path) {
        return files.getOrDefault(session, Map.of()).getOrDefault(path, Timed.NOTHING);
    }

    /** All files a session ever had. */
    public Collection<String> files(String session) {
        return files.getOrDefault(session, Map.of()).keySet();
    }

    public Collection<SessionRow> sessions() {
        return sessions.values();
    }

    public boolean alive(String session) {
        var row = sessions.get(session);
        return row != null && row.ended() == null && !endings.containsKey(session);
    }

    /** When a session began; never when it did not. */
    public long began(String session) {
        return beginnings.getOrDefault(session, Long.MAX_VALUE);
    }

    /** Who made a session: the client's name. */
    public String maker(String session) {
        var by = makers.getOrDefault(session, "");
        return by.substring(0, Math.max(0, by.indexOf(' ')));
    }

    /** When a session ended; never when it lives. */
    public long ended(String session) {
        return endings.getOrDefault(session, Long.MAX_VALUE);
    }

    /** No session outlives a stop of the service. */
    public void serviceStopped() {
        sessions.keySet().forEach(id -> endings.putIfAbsent(id, now.getAsLong()));
    }

    public Map<String, ContextRow> contexts() {
        return contexts;
    }

    public Optional<ContextRow> everContext(String id) {
        return Optional.ofNullable(everContexts.get(id));
    }

    /** The names a context had and when it got each; null for its end. */
    public List<Named> names(String context) {
        return names.getOrDefault(context, List.of());
    }

    public List<Deletion> deletions() {
        return deletions;
    }

    /** A name a context got; null when it was deleted. */
    public record Named(long at, @Nullable String name) {}

    /**
     * An object that is gone.
     *
     * @param last what it was
     * @param doing what the service was doing
     * @param session whose files it walked for that; empty for none
     */
    public record Deletion(long at, String context, String key, Version last, String doing, String session) {}

    /** What a name held from some time on; no hash when it was gone. */
    public record Version(long at, @Nullable String hash, long size, String by) {

        /** Whether somebody wrote it who does not use this library. */
        public boolean isStrangers() {
            return by.startsWith(STRANGER + " ");
        }
    }

    private Timed timed(String context, String key) {
        return objects.computeIfAbsent(context, any -> new TreeMap<>()).computeIfAbsent(key, any -> new Timed());
    }

    private void removed(String context, String key) {
        var versions = timed(context, key);
        var last = versions.last();
        if (last != null && last.hash() != null) {
            deletions.add(new Deletion(now.getAsLong(), context, key, last, doing, reading));
            versions.add(new Version(now.getAsLong(), null, 0, doing));
            archives.changed(context, key);
            watcher.changed(context, key, true);
        }
    }

    /** Looks at objects as they come and go. */
    interface Watcher {
        void changed(String context, String key, boolean gone);
    }

    private final class Changes implements LedgerTransaction {
        @Override
        public void put(ContextRow context) {
            contexts.put(context.id(), context);
            everContexts.put(context.id(), context);
            var known = names.computeIfAbsent(context.id(), any -> new ArrayList<>());
            if (known.isEmpty()
                    || !context.name().equals(known.get(known.size() - 1).name())) {
                known.add(new Named(now.getAsLong(), context.name()));
            }
        }

        @Override
        public void put(ObjectRow object) {
            timed(object.contextId(), object.key())
                    .add(new Version(now.getAsLong(), object.blob(), object.size(), doing));
            archives.changed(object.contextId(), object.key());
            watcher.changed(object.contextId(), object.key(), false);
        }

        @Override
        public void put(BlobRow blob) {}

        @Override
        public void put(SessionRow session) {
            beginnings.putIfAbsent(session.id(), now.getAsLong());
            makers.putIfAbsent(session.id(), doing);
            sessions.put(session.id(), session);
            if (session.ended() != null) {
                endings.putIfAbsent(session.id(), now.getAsLong());
            }
        }

        @Override
        public void put(RecycleRow rule) {}

        @Override
        public void removeRecycle(String contextId, String root) {}

        @Override
        public void removeRecycles(String contextId) {}

        @Override
        public void removeContext(String id) {
            contexts.remove(id);
            names.computeIfAbsent(id, any -> new ArrayList<>()).add(new Named(now.getAsLong(), null));
        }

        @Override
        public void removeObject(String contextId, String key) {
            removed(contextId, key);
        }

        @Override
        public void removeObjects(String contextId) {
            var was = doing;
            doing = "clear";
            List.copyOf(keys(contextId)).forEach(key -> removed(contextId, key));
            doing = was;
        }

        @Override
        public void removeBlob(String hash) {}

        @Override
        public void removeSession(String id) {}
    }
}
