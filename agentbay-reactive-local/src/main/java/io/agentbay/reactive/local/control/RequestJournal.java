package io.agentbay.reactive.local.control;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** The latest requests, for tests and people to look at: bounded in number and size, without keys, tokens and signatures. */
public final class RequestJournal {

    private static final int CAPACITY = 10_000;
    private static final int MAX_VALUE = 2_048;
    private static final int MAX_NAME = 256;
    private static final int MAX_FIELDS = 100;
    private static final long MAX_CHARACTERS = 32L * 1024 * 1024;

    private final Deque<Entry> entries = new ArrayDeque<>();
    private long last;
    private long characters;

    /** Notes one request; forgets the oldest when there are too many. */
    public synchronized void add(Seen seen, Did did) {
        Entry entry = new Entry(++last, seen.at(), cut(seen.action(), MAX_NAME), withoutSecrets(seen.fields()), did);
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

    /** The latest of those that came after a number, newest first, at most so many. */
    public synchronized List<Entry> latest(long after, int max) {
        List<Entry> latest = new ArrayList<>();
        Iterator<Entry> newestFirst = entries.descendingIterator();
        while (latest.size() < max && newestFirst.hasNext()) {
            Entry entry = newestFirst.next();
            if (entry.number() <= after) {
                break;
            }
            latest.add(entry);
        }
        return latest;
    }

    /** The number of the latest request. */
    public synchronized long last() {
        return last;
    }

    /** Forgets all; numbers go on, so that who reads on after one misses nothing. */
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

    /** A request as it came: when, which action, and its fields. */
    public record Seen(Instant at, String action, Map<String, String> fields) {}

    /**
     * What became of a request.
     *
     * @param status the HTTP status of its answer; 0 when a fault left it unanswered and undone
     * @param code {@code ok}, or the service's error code; empty when nothing was done
     * @param took how long the work took, without what a fault added
     * @param fault which fault struck it; empty when none did
     */
    public record Did(int status, String code, Duration took, String fault) {}

    /** One request: its number, when it came, which action, its fields without secrets, and what became of it. */
    public record Entry(long number, Instant at, String action, Map<String, String> fields, Did did) {

        /** The HTTP status of its answer; 0 for none. */
        public int status() {
            return did.status();
        }

        private long characters() {
            return action.length()
                    + fields.entrySet().stream()
                            .mapToLong(field ->
                                    field.getKey().length() + field.getValue().length())
                            .sum();
        }

        Map<String, Object> json() {
            Map<String, Object> json = new LinkedHashMap<>();
            json.put("number", number);
            json.put("at", at.toString());
            json.put("action", action);
            json.put("fields", fields);
            json.put("status", did.status());
            json.put("code", did.code());
            json.put("tookMicros", did.took().toNanos() / 1_000);
            json.put("fault", did.fault());
            return json;
        }
    }
}
