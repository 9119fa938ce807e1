package io.agentbay.reactive.local.http;

import io.agentbay.reactive.local.core.CodeEnd;
import io.agentbay.reactive.local.core.CommandOutput;
import java.util.LinkedHashMap;
import java.util.Map;

/** Tells of one run of code what it writes, its values, its end. */
final class CodeStream implements CommandOutput {

    private static final double MILLIS = 1000.0;

    private final String id;
    private final Outbox outbox;
    private int sequence;

    CodeStream(String id, Outbox outbox) {
        this.id = id;
        this.outbox = outbox;
    }

    @Override
    public void wrote(boolean error, String piece) {
        event(error ? "stderr" : "stdout", "chunk", piece);
    }

    void end(CodeEnd end) {
        end.results().forEach(result -> event("result", "result", result));
        Map<String, Object> data = new LinkedHashMap<>();
        data.put("phase", "end");
        data.put("executionCount", end.run());
        data.put("executionTime", end.took().toMillis() / MILLIS);
        data.put("executionError", end.error());
        data.put("status", end.error().isEmpty() ? "finished" : "failed");
        outbox.put(Frames.code(id, data));
    }

    /** Numbered and put out as one step, so that numbers come in order. */
    private synchronized void event(String type, String name, Object value) {
        Map<String, Object> data = new LinkedHashMap<>();
        data.put("phase", "event");
        data.put("seq", ++sequence);
        data.put("eventType", type);
        data.put(name, value);
        outbox.put(Frames.code(id, data));
    }
}
