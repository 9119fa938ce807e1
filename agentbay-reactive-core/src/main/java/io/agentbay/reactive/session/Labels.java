package io.agentbay.reactive.session;

import java.util.Objects;

/** The rules for labels. */
final class Labels {

    private Labels() {}

    static String requireKey(String key) {
        if (Objects.requireNonNull(key, "key").isBlank()) {
            throw new IllegalArgumentException("A label's key must not be blank");
        }
        return key;
    }

    /** The one label this client sets itself finds a session whose create was never answered. */
    static String requireFreeKey(String key) {
        if (requireKey(key).equals(SessionRequest.ID_LABEL)) {
            throw new IllegalArgumentException("The label '" + key + "' is set by this client; choose another key");
        }
        return key;
    }
}
