package io.agentbay.reactive.local.core;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Looks into the tables. */
final class Inspector implements Inspection {

    private final ContextTable contexts;
    private final SessionTable sessions;

    Inspector(ContextTable contexts, SessionTable sessions) {
        this.contexts = contexts;
        this.sessions = sessions;
    }

    @Override
    public Map<String, Object> counts() {
        long files = 0;
        long bytes = 0;
        int number = 0;
        for (StoredContext context : contexts.all()) {
            number++;
            files += context.files();
            bytes += context.bytes();
        }
        long running = living().stream()
                .flatMap(session -> session.tasks().all().stream())
                .filter(task -> !task.ended())
                .count();
        return Map.of(
                "contexts", number, "files", files, "bytes", bytes, "sessions", living().size(), "tasks", running);
    }

    @Override
    public Slice contexts(String filter, int from, int max) {
        List<StoredContext> matching = new ArrayList<>();
        for (StoredContext context : contexts.all()) {
            if (context.row().name().contains(filter) || context.id().contains(filter)) {
                matching.add(context);
            }
        }
        matching.sort(
                Comparator.comparing((StoredContext context) -> context.row().name())
                        .thenComparing(StoredContext::id));
        int start = Math.min(from, matching.size());
        int end = start + Math.min(max, matching.size() - start);
        return new Slice(
                matching.subList(start, end).stream().map(Inspector::view).toList(),
                matching.size(),
                end < matching.size());
    }

    private static Map<String, Object> view(StoredContext context) {
        ContextRow row = context.row();
        Map<String, Object> view = new LinkedHashMap<>();
        view.put("id", row.id());
        view.put("name", row.name());
        view.put("tenant", row.tenant());
        view.put("state", row.clearing() ? "clearing" : "available");
        view.put("internal", row.internal());
        view.put("files", context.files());
        view.put("bytes", context.bytes());
        view.put("created", row.created().toString());
        view.put("lastUsed", row.lastUsed().toString());
        return view;
    }

    @Override
    public Optional<Slice> files(String contextId, String folder, String after, int max) {
        String parent = Keys.key("folder", folder);
        return contexts.find(contextId).map(context -> {
            List<Folder.Child> children = Folder.children(context.objects(), parent, after, max + 1);
            boolean more = children.size() > max;
            List<Folder.Child> shown = more ? children.subList(0, max) : children;
            return new Slice(shown.stream().map(Inspector::view).toList(), -1, more);
        });
    }

    private static Map<String, Object> view(Folder.Child child) {
        Map<String, Object> view = new LinkedHashMap<>();
        view.put("name", Keys.name(child.path()));
        view.put("path", child.path());
        view.put("cursor", child.cursor());
        view.put("folder", child.file() == null);
        if (child.file() != null) {
            view.put("size", child.file().size());
            view.put("modified", child.file().modified().toString());
            view.put("etag", child.file().etag());
        }
        return view;
    }

    @Override
    public Slice sessions(int max) {
        List<Map<String, Object>> views = new ArrayList<>();
        living().forEach(session -> views.add(SessionSights.of(session)));
        sessions.ended().forEach(row -> views.add(SessionSights.of(row)));
        return newest(views, max);
    }

    @Override
    public Slice tasks(int max) {
        List<Map<String, Object>> views = new ArrayList<>();
        for (StoredSession session : living()) {
            session.tasks().all().forEach(task -> views.add(SessionSights.of(task)));
        }
        views.sort(Comparator.comparing((Map<String, Object> view) -> (String) view.get("accepted"))
                .reversed());
        return newest(views, max);
    }

    private static Slice newest(List<Map<String, Object>> views, int max) {
        int shown = Math.min(max, views.size());
        return new Slice(List.copyOf(views.subList(0, shown)), views.size(), shown < views.size());
    }

    private List<StoredSession> living() {
        List<StoredSession> living = new ArrayList<>();
        sessions.all().forEach(living::add);
        living.sort(Comparator.comparingLong(StoredSession::sequence).reversed());
        return living;
    }

    @Override
    public Set<String> contextsOf(String sessionId) {
        Set<String> mounted = new HashSet<>();
        sessions.find(sessionId)
                .ifPresent(session -> session.mounts().forEach(mount -> {
                    mounted.add(mount.context().id());
                    mounted.add(mount.context().row().name());
                }));
        return mounted;
    }

    @Override
    public Optional<String> contextName(String contextId) {
        return contexts.find(contextId).map(context -> context.row().name());
    }
}
