package io.agentbay.reactive.local.simulation.planted;

import io.agentbay.reactive.local.simulation.Kind;
import java.util.List;
import java.util.stream.Stream;

/**
 * A bug planted on purpose: one place of a source or several, and what stands there instead.
 *
 * @param name what is wrong then, in words
 * @param module where the source is
 * @param type the class, with its package below {@code io.agentbay.reactive}
 * @param edits what the source says, and what it says with the bug
 * @param kind what the worlds are about in which it is looked for
 */
public record Bug(String name, String module, String type, List<Edit> edits, Kind kind) {

    /**
     * One place.
     *
     * @param original what is there exactly once
     */
    record Edit(String original, String instead) {}

    static Bug core(String name, String type, String original, String instead) {
        return new Bug(name, "agentbay-reactive-core", type, edit(original, instead), Kind.ANY);
    }

    /** One that shows in snapshots alone. */
    static Bug snapshots(String name, String type, String original, String instead) {
        return new Bug(
                name, "agentbay-reactive-core", "internal.snapshot." + type, edit(original, instead), Kind.SNAPSHOTS);
    }

    static Bug local(String name, String type, String original, String instead) {
        return new Bug(name, "agentbay-reactive-local", "local.core." + type, edit(original, instead), Kind.ANY);
    }

    private static List<Edit> edit(String original, String instead) {
        return List.of(new Edit(original, instead));
    }

    /** The same, and this as well. */
    Bug and(String original, String instead) {
        var all = Stream.concat(edits.stream(), edit(original, instead).stream());
        return new Bug(name, module, type, all.toList(), kind);
    }

    String className() {
        return "io.agentbay.reactive." + type;
    }
}
