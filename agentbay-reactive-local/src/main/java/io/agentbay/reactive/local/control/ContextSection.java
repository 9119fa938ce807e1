package io.agentbay.reactive.local.control;

import io.agentbay.reactive.local.core.Inspection;
import java.util.concurrent.CompletionStage;
import org.jspecify.annotations.Nullable;

/** Contexts and the files in them. The bytes of one are the front's to stream. */
record ContextSection(Inspection inspection) implements Control.Section {

    private static final int PAGE = 200;
    private static final int LARGEST = 1_000;

    @Override
    public @Nullable CompletionStage<ControlReply> handle(ControlRequest request) {
        if (!request.method().equals("GET")) {
            return null;
        }
        if (request.path().equals("/contexts")) {
            return Control.now(ControlReply.ok(inspection
                    .contexts(
                            request.text("filter"),
                            request.number("from", 0, Integer.MAX_VALUE),
                            request.number("max", PAGE, LARGEST))
                    .json()));
        }
        String context = request.between("/contexts/", "/files");
        return context == null ? null : Control.now(files(context, request));
    }

    private ControlReply files(String context, ControlRequest request) {
        String folder = request.text("folder").isEmpty() ? "/" : request.text("folder");
        return inspection
                .files(context, folder, request.text("after"), request.number("max", PAGE, LARGEST))
                .map(slice -> ControlReply.ok(slice.json()))
                .orElseGet(() -> ControlReply.error(404, "There is no context with the id " + context + "."));
    }
}
