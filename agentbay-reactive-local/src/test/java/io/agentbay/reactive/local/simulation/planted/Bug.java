package io.agentbay.reactive.local.simulation.planted;

import io.agentbay.reactive.local.simulation.Kind;

/**
 * A bug planted on purpose: one place of the source, and what stands there instead.
 *
 * @param name what is wrong then, in words
 * @param module where the source is
 * @param type the class, with its package below {@code io.agentbay.reactive}
 * @param original what the source says, which must be there exactly once
 * @param instead what it says with the bug
 * @param kind what the worlds are about in which it is looked for
 */
public record Bug(String name, String module, String type, String original, String instead, Kind kind) {

    static Bug core(String name, String type, String original, String instead) {
        return new Bug(name, "agentbay-reactive-core", type, original, instead, Kind.ANY);
    }

    /** One that shows in snapshots alone. */
    static Bug snapshots(String name, String type, String original, String instead) {
        return new Bug(name, "agentbay-reactive-core", "internal.snapshot." + type, original, instead, Kind.SNAPSHOTS);
    }

    static Bug local(String name, String type, String original, String instead) {
        return new Bug(name, "agentbay-reactive-local", "local.core." + type, original, instead, Kind.ANY);
    }

    String className() {
        return "io.agentbay.reactive." + type;
    }
}
