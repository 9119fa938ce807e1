package io.agentbay.reactive.local.sandbox;

import io.agentbay.reactive.local.core.CommandEnd;
import java.time.Duration;

/** Why a command was killed, and the exit code that tells it. */
record Kill(int exitCode, String reason) {

    static final Kill SESSION_ENDED = new Kill(CommandEnd.KILLED, "Killed: the session ended");

    static final Kill ROOM_NEEDED = new Kill(CommandEnd.KILLED, "Killed: the interpreter made room for others");

    static Kill timeout(Duration timeout) {
        return new Kill(CommandEnd.TIMED_OUT, "Killed: timed out after " + timeout.toMillis() + " ms");
    }

    static Kill processes(int limit) {
        return new Kill(CommandEnd.KILLED, "Killed: more than " + limit + " processes");
    }

    static Kill memory(long limit) {
        return new Kill(CommandEnd.KILLED, "Killed: more than " + (limit >> 20) + " MiB of memory");
    }
}
