package io.agentbay.reactive.local.control;

import io.agentbay.reactive.local.core.Inspection;
import java.util.concurrent.CompletionStage;
import org.jspecify.annotations.Nullable;

/** Sessions and sync tasks. */
record SessionSection(Inspection inspection) implements Control.Section {

    private static final int USUAL = 500;
    private static final int LARGEST = 10_000;

    @Override
    public @Nullable CompletionStage<ControlReply> handle(ControlRequest request) {
        return switch (request.method() + " " + request.path()) {
            case "GET /sessions" ->
                Control.now(ControlReply.ok(inspection.sessions(max(request)).json()));
            case "GET /tasks" ->
                Control.now(ControlReply.ok(inspection.tasks(max(request)).json()));
            default -> null;
        };
    }

    private static int max(ControlRequest request) {
        return request.number("max", USUAL, LARGEST);
    }
}
