package io.agentbay.reactive.local.http;

import io.agentbay.reactive.local.control.RequestJournal.Did;
import io.agentbay.reactive.local.control.RequestJournal.Seen;
import io.agentbay.reactive.local.fault.CallEffect;
import io.agentbay.reactive.local.fault.CallHit;
import java.time.Duration;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** One request on its way into the journal: as it came, the fault that struck it, and since when it is worked on. */
final class Noted {

    private static final int NO_ANSWER = 0;

    private final FrontTools tools;
    private final Seen seen;
    private final @Nullable CallHit hit;
    private final long begun = System.nanoTime();

    Noted(FrontTools tools, String action, Map<String, String> fields, @Nullable CallHit hit) {
        this.tools = tools;
        this.seen = new Seen(tools.parts().clock().instant(), action, fields);
        this.hit = hit;
    }

    /** What the work came to. */
    void did(int status, String code) {
        Duration took = Duration.ofNanos(System.nanoTime() - begun);
        tools.parts().journal().add(seen, new Did(status, code, took, hit == null ? "" : hit.fault()));
    }

    /** The fault let no work happen. */
    void leftUndone() {
        CallEffect effect = hit == null ? null : hit.effect();
        int status = effect instanceof CallEffect.Status refused ? refused.status() : NO_ANSWER;
        String code = effect instanceof CallEffect.Status refused ? refused.code() : "";
        tools.parts().journal().add(seen, new Did(status, code, Duration.ZERO, hit == null ? "" : hit.fault()));
    }
}
