package io.agentbay.reactive.internal.file;

import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Code and message of a store's error answer, XML or JSON; nothing else of it, since stores echo what was signed.
 *
 * @param code the store's code, null when it says none
 * @param message in its words, null when it says none
 */
record StoreRefusal(@Nullable String code, @Nullable String message) {

    static final StoreRefusal SILENT = new StoreRefusal(null, null);

    private static final Pattern CODE = field("Code");
    private static final Pattern MESSAGE = field("Message");

    static StoreRefusal in(String body) {
        return new StoreRefusal(first(CODE, body), first(MESSAGE, body));
    }

    /** Words to put behind a summary. */
    String words() {
        return message == null ? "" : ": " + message;
    }

    private static Pattern field(String name) {
        return Pattern.compile("(?:<" + name + ">|\"" + name + "\"\\s*:\\s*\")([^<\"]{1,300})");
    }

    private static @Nullable String first(Pattern pattern, String body) {
        var matcher = pattern.matcher(body);
        return matcher.find() ? matcher.group(1).strip() : null;
    }
}
