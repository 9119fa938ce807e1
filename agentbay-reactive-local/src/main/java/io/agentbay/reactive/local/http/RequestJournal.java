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
    private static final int MAX_NAME = 256;
    private static final int MAX_FIELDS = 100;
    private static final long MAX_CHARACTERS = 32L * 1024 * 1024;

    private final Deque<Entry> entries = new ArrayDeque<>();
    private long characters;

    synchronized void add(Instant at, String action, Map<String, String> fields, int status) {
        Entry entry = new Entry(at, cut(action, MAX_NAME), withoutSecrets(fields), status);
        entries.addLast(entry);
        characters += entry.characters();
        while (entries.size() > CAPACITY || characters > MAX_CHARACTERS) {
            characters -= entries.removeFirst().characters();
        }
    }

    /** A copy, oldest first. */
    public synchronized List<Entry> entries() {
        return List.copyOf(entries);
    }

    /** Forgets all. */
    public synchronized void clear() {
        entries.clear();
        characters = 0;
    }

    private static Map<String, String> withoutSecrets(Map<String, String> fields) {
        Map<String, String> open = new LinkedHashMap<>();
        for (Map.Entry<String, String> field : fields.entrySet()) {
            if (open.size() == MAX_FIELDS) {
                break;
            }
            if (!secret(field.getKey().toLowerCase(Locale.ROOT))) {
                open.put(cut(field.getKey(), MAX_NAME), cut(field.getValue(), MAX_VALUE));
            }
        }
        return Map.copyOf(open);
    }

    private static String cut(String text, int length) {
        return text.length() > length ? text.substring(0, length) + "..." : text;
    }

    private static boolean secret(String name) {
        return name.contains("authorization")
                || name.contains("token")
                || name.contains("secret")
                || name.contains("signature")
                || name.contains("password");
    }

    /** One request: when, which action, its fields without secrets, and its HTTP status, 0 for no answer. */
    public record Entry(Instant at, String action, Map<String, String> fields, int status) {

        private long characters() {
            return action.length()
                    + fields.entrySet().stream()
                            .mapToLong(field ->
                                    field.getKey().length() + field.getValue().length())
                            .sum();
        }
    }
}
