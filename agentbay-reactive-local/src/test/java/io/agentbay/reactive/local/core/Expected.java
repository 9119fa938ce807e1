package io.agentbay.reactive.local.core;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * What the service may hold: of each context its possible names, of each of its files the possible contents, empty for
 * absent. An operation that began adds what it may lead to; one that was acknowledged leaves nothing else.
 */
public final class Expected {

    public static final Optional<String> ABSENT = Optional.empty();

    private final Map<String, Set<Optional<String>>> names = new TreeMap<>();
    private final Map<String, Map<String, Set<Optional<String>>>> files = new TreeMap<>();
    private final Set<String> creating = new HashSet<>();
    private final Set<String> sessions = new TreeSet<>();
    private final Map<String, Boolean> recycling = new TreeMap<>();

    public void mayCreate(String name) {
        creating.add(name);
    }

    /** Created, or found by its name: that says nothing about changes of it whose end nobody heard of. */
    public void isThere(String context, String name) {
        names.computeIfAbsent(context, c -> new HashSet<>(Set.of(Optional.of(name))));
    }

    public void mayBeNamed(String context, Optional<String> name) {
        names.computeIfAbsent(context, c -> new HashSet<>()).add(name);
    }

    public void isNamed(String context, Optional<String> name) {
        names.put(context, new HashSet<>(Set.of(name)));
    }

    public void mayHold(String context, String key, Optional<String> content) {
        contents(context, key).add(content);
    }

    public void holds(String context, String key, Optional<String> content) {
        contents(context, key).clear();
        contents(context, key).add(content);
    }

    public void created(String session) {
        sessions.add(session);
    }

    /** A rule of recycling was asked for. */
    void mayRecycle(String context) {
        recycling.putIfAbsent(context, false);
    }

    /** The rule was acknowledged. */
    void recycles(String context) {
        recycling.put(context, true);
    }

    /** Contexts that may forget their files, each with whether it must. */
    Map<String, Boolean> recycling() {
        return recycling;
    }

    /** Ended sessions are described for an hour only. */
    public void forgetSessions() {
        sessions.clear();
    }

    /** Contexts that are certainly there, and only under one name. */
    public List<String> contexts() {
        List<String> certain = new ArrayList<>();
        names.forEach((id, possible) -> {
            if (possible.size() == 1 && !possible.contains(ABSENT)) {
                certain.add(id);
            }
        });
        return certain;
    }

    /** Every key the context ever may have had. */
    public Set<String> keys(String context) {
        return files.computeIfAbsent(context, c -> new TreeMap<>()).keySet();
    }

    public Set<String> sessions() {
        return sessions;
    }

    private Set<Optional<String>> contents(String context, String key) {
        return files.computeIfAbsent(context, c -> new TreeMap<>())
                .computeIfAbsent(key, k -> new HashSet<>(Set.of(ABSENT)));
    }

    /** Compares with what a service shows, which from then on is the only possibility. */
    public void check(Shown shown) throws IOException {
        Map<String, String> listed = shown.contexts();
        for (String context : Set.copyOf(names.keySet())) {
            Optional<String> name = Optional.ofNullable(listed.get(context));
            assertThat(names.get(context)).as("names of %s", context).contains(name);
            isNamed(context, name);
        }
        for (Map.Entry<String, String> context : listed.entrySet()) {
            if (!names.containsKey(context.getKey())) {
                assertThat(creating).as("contexts being created").contains(context.getValue());
                isNamed(context.getKey(), Optional.of(context.getValue()));
            }
            checkFiles(shown, context.getKey());
        }
    }

    private void checkFiles(Shown shown, String context) throws IOException {
        Set<String> found = new TreeSet<>(shown.keys(context));
        Set<String> all = new TreeSet<>(found);
        all.addAll(keys(context));
        for (String key : all) {
            Optional<String> content = found.contains(key) ? Optional.of(shown.content(context, key)) : ABSENT;
            assertThat(contents(context, key)).as("%s of %s", key, context).contains(content);
            holds(context, key, content);
        }
    }

    /** What a service shows to its callers. */
    public interface Shown {

        /** Names of all contexts by their ids. */
        Map<String, String> contexts() throws IOException;

        /** All keys of a context. */
        List<String> keys(String context) throws IOException;

        /** A file as it is read. */
        String content(String context, String key) throws IOException;
    }
}
