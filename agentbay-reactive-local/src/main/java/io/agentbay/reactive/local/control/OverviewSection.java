package io.agentbay.reactive.local.control;

import io.agentbay.reactive.local.core.Inspection;
import io.agentbay.reactive.local.fault.FaultBoard;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.CompletionStage;
import org.jspecify.annotations.Nullable;

/** How much there is of everything, and to begin anew. */
record OverviewSection(Inspection inspection, FaultBoard faults, RequestJournal journal, Steering clock)
        implements Control.Section {

    @Override
    public @Nullable CompletionStage<ControlReply> handle(ControlRequest request) {
        return switch (request.method() + " " + request.path()) {
            case "GET /overview" -> Control.now(ControlReply.ok(overview()));
            case "POST /reset" -> Control.now(reset());
            default -> null;
        };
    }

    private Map<String, Object> overview() {
        Map<String, Object> overview = new LinkedHashMap<>(inspection.counts());
        overview.put("requests", journal.last());
        overview.put("faults", faults.armed().size());
        overview.put("now", clock.now().toString());
        overview.put("aheadMillis", clock.ahead().toMillis());
        return overview;
    }

    /** Disarms all faults and forgets the journal; data, sessions and the clock stay. */
    private ControlReply reset() {
        faults.reset();
        journal.clear();
        return ControlReply.ok(overview());
    }
}
