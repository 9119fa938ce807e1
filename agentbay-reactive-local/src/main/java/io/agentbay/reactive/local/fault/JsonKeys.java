package io.agentbay.reactive.local.fault;

import java.time.Duration;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** The keys of one JSON object, each read once and by its type; errors name the key. */
final class JsonKeys {

    private static final Set<String> SHOWN_ONLY = Set.of("id", "text", "passed", "struck");

    private final Map<String, @Nullable Object> json;
    private final Set<String> unread;

    JsonKeys(Map<String, @Nullable Object> json) {
        this.json = json;
        this.unread = new TreeSet<>(json.keySet());
        unread.removeAll(SHOWN_ONLY);
    }

    boolean has(String key) {
        return json.get(key) != null;
    }

    String text(String key) {
        return value(key) instanceof String text ? text : refuse(key, "a string");
    }

    double number(String key) {
        return value(key) instanceof Number number ? number.doubleValue() : refuse(key, "a number");
    }

    int whole(String key) {
        double number = number(key);
        return number == Math.rint(number) && Math.abs(number) <= Integer.MAX_VALUE
                ? (int) number
                : refuse(key, "a whole number");
    }

    Duration millis(String key) {
        return Duration.ofMillis(whole(key));
    }

    /** One of these words, told by its place among them. */
    <E extends Enum<E>> E word(String key, Class<E> type) {
        String given = text(key);
        Set<String> words = new TreeSet<>();
        for (E constant : type.getEnumConstants()) {
            String word = EffectJson.word(constant);
            if (word.equals(given)) {
                return constant;
            }
            words.add(word);
        }
        return refuse(key, "one of " + String.join(", ", words));
    }

    void requireNoMore() {
        if (!unread.isEmpty()) {
            throw new IllegalArgumentException("This fault has no use for \"" + String.join("\", \"", unread) + "\".");
        }
    }

    private Object value(String key) {
        unread.remove(key);
        Object value = json.get(key);
        if (value == null) {
            throw new IllegalArgumentException("The key \"" + key + "\" is missing.");
        }
        return value;
    }

    private static <T> T refuse(String key, String wanted) {
        throw new IllegalArgumentException("The key \"" + key + "\" must be " + wanted + ".");
    }
}
