package io.agentbay.reactive.local.simulation.workload;

import io.agentbay.reactive.local.simulation.world.Chances;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.TreeMap;

/** What a client mostly does: a program of everything meets few things often enough to see them go wrong together. */
enum Style {
    /** Everything, now and then. */
    ANYTHING(Map.of()),
    /** Writes and uploads of one session, close to each other, often given up: rounds, triggers and their proofs. */
    UPLOADS(Map.of(Kind.WRITE, 42, Kind.UPLOAD, 44, Kind.PERSIST, 4, Kind.DOWNLOAD, 4, Kind.CLOSE, 3, Kind.CREATE, 3)),
    /** Short lives of sessions. */
    SESSIONS(Map.of(Kind.WRITE, 26, Kind.CLOSE, 24, Kind.CREATE, 30, Kind.USE, 16, Kind.UPLOAD, 4)),
    /** Two sessions that hand over, and contexts that are filled and cleared. */
    SHARING(Map.of(
            Kind.WRITE,
            26,
            Kind.HAND_OVER,
            24,
            Kind.CREATE,
            18,
            Kind.CONTEXT,
            10,
            Kind.CLEAR,
            7,
            Kind.CLOSE,
            7,
            Kind.BIND,
            4)),
    /** One session that does not want to go over what others put into its context meanwhile. */
    CONDITIONAL(Map.of(Kind.VERSION, 24, Kind.UNCHANGED, 28, Kind.CONTEXT, 26, Kind.WRITE, 22)),
    /** Sessions over contexts that hold something, used and ended before it has arrived. */
    FILLING(Map.of(Kind.CREATE, 30, Kind.UPLOAD, 20, Kind.CLOSE, 22, Kind.WRITE, 12, Kind.CONTEXT, 8, Kind.BIND, 8)),
    /** Two files of a context, written and read by several at once. */
    TRANSFERS(Map.of(Kind.CONTEXT, 60, Kind.READ, 40));

    /** Kinds of deeds that are chosen by weight. */
    enum Kind {
        WRITE,
        UPLOAD,
        PERSIST,
        DOWNLOAD,
        CLOSE,
        CREATE,
        USE,
        HAND_OVER,
        CONTEXT,
        CLEAR,
        VERSION,
        UNCHANGED,
        BIND,
        READ
    }

    private final TreeMap<Kind, Integer> weights;

    Style(Map<Kind, Integer> weights) {
        this.weights = new TreeMap<>(weights);
    }

    /** The style of a client: all its lines have it. */
    static Style of(Chances chances, String client) {
        int kind = chances.draw("style " + client).nextInt(14);
        if (kind < 2) {
            return ANYTHING;
        }
        if (kind < 6) {
            return UPLOADS;
        }
        return List.of(SESSIONS, SESSIONS, SHARING, FILLING, FILLING, TRANSFERS, TRANSFERS, CONDITIONAL)
                .get(kind - 6);
    }

    /** Whether its deeds are near one session, so that two lines meet there. */
    boolean meets() {
        return this == UPLOADS || this == CONDITIONAL;
    }

    /** Of how many pauses one is long. */
    int longPause() {
        return this == ANYTHING ? 4 : this == CONDITIONAL ? 3 : 7;
    }

    /** How many steps come first, whatever the rest. */
    int opening() {
        return this == SHARING || this == FILLING ? 2 : 1;
    }

    /** Whether its kinds are chosen by weight. */
    boolean isWeighted() {
        return !weights.isEmpty();
    }

    Kind kind(SplittableRandom random) {
        int sum = weights.values().stream().mapToInt(Integer::intValue).sum();
        int left = random.nextInt(sum);
        for (var each : weights.entrySet()) {
            left -= each.getValue();
            if (left < 0) {
                return each.getKey();
            }
        }
        throw new IllegalStateException("no weight is left");
    }
}
