package io.agentbay.reactive.internal.wire;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** What a refusal means: by its code if that is known, else by its HTTP status, else by the phrase the service uses. */
enum RefusalKind {
    NOT_FOUND,
    THROTTLED,
    AUTHENTICATION,
    PERMISSION,
    CONFLICT,
    UNAVAILABLE,
    INVALID;

    /** In order; the first that accepts a code decides. Keys and actions that are "not found" are no missing thing. */
    private static final List<Map.Entry<Predicate<String>, RefusalKind>> BY_CODE = List.of(
            Map.entry(code -> code.contains("apikey") || code.contains("accesskey"), AUTHENTICATION),
            Map.entry(code -> code.startsWith("invalidaction") || code.startsWith("invalidapi"), INVALID),
            Map.entry(code -> code.endsWith("notfound"), NOT_FOUND),
            Map.entry(code -> code.startsWith("throttling"), THROTTLED),
            Map.entry(code -> code.startsWith("unauthorized"), AUTHENTICATION),
            Map.entry(code -> code.startsWith("forbidden") || code.startsWith("nopermission"), PERMISSION),
            Map.entry(code -> code.endsWith("alreadybound") || code.contains("alreadyexist"), CONFLICT),
            Map.entry(code -> code.endsWith("unavailable") || code.equals("internalerror"), UNAVAILABLE));

    static RefusalKind of(Refusal refusal) {
        var byCode = byCode(refusal.code());
        if (byCode != null) {
            return byCode;
        }
        var byStatus = byStatus(refusal.status());
        return byStatus != null ? byStatus : byPhrase(refusal.message());
    }

    private static @Nullable RefusalKind byCode(@Nullable String code) {
        if (code == null) {
            return null;
        }
        var word = code.toLowerCase(Locale.ROOT);
        return BY_CODE.stream()
                .filter(rule -> rule.getKey().test(word))
                .map(Map.Entry::getValue)
                .findFirst()
                .orElse(null);
    }

    /** Null for a status that says no more than "no". */
    static @Nullable RefusalKind byStatus(int status) {
        return switch (status) {
            case 401 -> AUTHENTICATION;
            case 403 -> PERMISSION;
            case 409 -> CONFLICT;
            case 429 -> THROTTLED;
            default -> status >= 500 ? UNAVAILABLE : null;
        };
    }

    /** The thing must be named too: a gateway's bare "not found" says nothing about a session. */
    private static RefusalKind byPhrase(String message) {
        var text = message.toLowerCase(Locale.ROOT);
        boolean gone = text.contains("no alive session") || text.contains("no need to release");
        boolean missing = text.contains("not found") || text.contains("notfound");
        boolean named = text.contains("session") || text.contains("context") || text.contains("file");
        return gone || (missing && named) ? NOT_FOUND : INVALID;
    }
}
