package io.agentbay.reactive.local.http;

import io.agentbay.reactive.local.core.Inspection;
import io.agentbay.reactive.local.core.Json;
import io.agentbay.reactive.local.core.ServiceError;
import io.agentbay.reactive.local.fault.CallSeen;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What calls are about, as faults ask: which contexts, which paths. Found out only when asked. */
record Subjects(Inspection inspection) {

    private static final List<String> PATHS = List.of("Path", "FilePath", "ParentFolderPath");

    CallSeen of(Call call) {
        return new CallSeen(call.action(), call.tool(), () -> contexts(call.fields()), () -> paths(call.fields()));
    }

    CallSeen ofTool(String action, String session, String tool, Map<String, @Nullable Object> arguments) {
        return new CallSeen(action, tool, () -> inspection.contextsOf(session), () -> paths(arguments.values()));
    }

    CallSeen ofObject(String action, String contextId, String key) {
        return new CallSeen(action, null, () -> contexts(Map.of("ContextId", contextId)), () -> Set.of(key));
    }

    private Set<String> contexts(Map<String, String> fields) {
        Set<String> contexts = new HashSet<>();
        context(fields.get("ContextId"), contexts);
        for (Object mount : list(fields.getOrDefault("PersistenceDataList", "[]"))) {
            context(mount instanceof Map<?, ?> entry ? String.valueOf(entry.get("ContextId")) : null, contexts);
        }
        if (fields.getOrDefault("Action", "").endsWith("Context") && fields.containsKey("Name")) {
            contexts.add(fields.get("Name"));
        }
        contexts.addAll(inspection.contextsOf(fields.getOrDefault("SessionId", "")));
        return contexts;
    }

    private void context(@Nullable String id, Set<String> contexts) {
        if (id != null) {
            contexts.add(id);
            inspection.contextName(id).ifPresent(contexts::add);
        }
    }

    private static Set<String> paths(Map<String, String> fields) {
        Set<String> paths = new HashSet<>();
        PATHS.stream().filter(fields::containsKey).map(fields::get).forEach(paths::add);
        paths.addAll(paths(object(fields.getOrDefault("Args", "{}")).values()));
        return paths;
    }

    /** Every absolute path among the arguments of a tool, and among those in its lists. */
    private static Set<String> paths(Iterable<? extends @Nullable Object> arguments) {
        Set<String> paths = new HashSet<>();
        for (Object argument : arguments) {
            Stream<?> values = argument instanceof List<?> list ? list.stream() : Stream.of(String.valueOf(argument));
            values.map(String::valueOf).filter(value -> value.startsWith("/")).forEach(paths::add);
        }
        return paths;
    }

    private static List<?> list(String json) {
        try {
            return Json.list("list", json);
        } catch (ServiceError notOne) {
            return List.of();
        }
    }

    private static Map<String, @Nullable Object> object(String json) {
        try {
            return Json.object("object", json);
        } catch (ServiceError notOne) {
            return Map.of();
        }
    }
}
