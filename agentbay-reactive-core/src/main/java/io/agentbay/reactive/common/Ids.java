package io.agentbay.reactive.common;

import java.util.Objects;

/** The one rule of all ids: there is something in them. */
final class Ids {

    private Ids() {}

    static String requireText(String value, String what) {
        Objects.requireNonNull(value, what);
        if (value.isBlank()) {
            throw new IllegalArgumentException(what + " must not be blank: give the id as the service returned it");
        }
        return value;
    }
}
