package io.agentbay.reactive.local.control;

import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletionStage;
import org.jspecify.annotations.Nullable;

/** The request journal, newest first; {@code after} asks only for what came since. */
record JournalSection(RequestJournal journal) implements Control.Section {

    private static final int USUAL = 500;
    private static final int LARGEST = 10_000;

    @Override
    public @Nullable CompletionStage<ControlReply> handle(ControlRequest request) {
        if (!request.method().equals("GET") || !request.path().equals("/requests")) {
            return null;
        }
        List<RequestJournal.Entry> latest =
                journal.latest(request.longNumber("after", 0), request.number("max", USUAL, LARGEST));
        return Control.now(ControlReply.ok(Map.of(
                "items", latest.stream().map(RequestJournal.Entry::json).toList(),
                "last", journal.last())));
    }
}
