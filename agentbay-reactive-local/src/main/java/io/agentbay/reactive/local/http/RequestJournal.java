package io.agentbay.reactive.local.http;

import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** The latest requests, for tests to look at: bounded in number and size, without keys, tokens and signatures. */
public final class RequestJournal {

    private static final int CAPACITY = 10_000;
    private static final int MAX_VALUE = 2_048;

    private final Deque<Entry> entries = new ArrayDeque<>();

    synchronized void add(Instant at, String action, Map<String, String> fields, int status) {
        if (entries.size() == CAPACITY) {
            entries.removeFirst();
        }
        entries.addLast(new Entry(at, action, withoutSecrets(fields), status));
    }

    /** A copy, oldest first. */
    public synchronized List<Entry> entries() {
        return List.copyOf(entries);
    }

    /** Forgets all. */
    public synchronized void clear() {
        entries.clear();
    }

    private static Map<String, String> withoutSecrets(Map<String, String> fields) {
        Map<String, String> open = new LinkedHashMap<>();
        fields.forEach((name, value) -> {
            if (!secret(name.toLowerCase(Locale.ROOT))) {
                open.put(name, value.length() > MAX_VALUE ? value.substring(0, MAX_VALUE) + "..." : value);
            }
        });
        return Map.copyOf(open);
    }

    private static boolean secret(String name) {
        return name.contains("authorization")
                || name.contains("token")
                || name.contains("secret")
                || name.contains("signature")
                || name.contains("password");
    }

    /** One request: when, which action, its fields without secrets, and its HTTP status, 0 for no answer. */
    public record Entry(Instant at, String action, Map<String, String> fields, int status) {}
}
