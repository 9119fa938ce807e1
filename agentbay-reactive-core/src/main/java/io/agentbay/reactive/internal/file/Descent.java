package io.agentbay.reactive.internal.file;

import io.agentbay.reactive.common.Selector;

/** Which directories can hold something a selector accepts. */
final class Descent {

    private Descent() {}

    /** A directory that is not accepted may still lead to an exact path, or to whatever a glob matches. */
    static boolean isWorth(Selector selector, String relative) {
        return selector.accepts(relative)
                || !selector.globs().isEmpty()
                || selector.paths().stream().anyMatch(path -> path.startsWith(relative + "/"));
    }
}
