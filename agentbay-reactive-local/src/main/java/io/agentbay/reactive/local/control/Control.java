package io.agentbay.reactive.local.control;

import io.agentbay.reactive.local.core.Inspection;
import io.agentbay.reactive.local.core.ServiceError;
import io.agentbay.reactive.local.fault.FaultBoard;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.jspecify.annotations.Nullable;

/**
 * The control API, without its HTTP front: faults, clock, journal, and a look at everything, as JSON; and the page that
 * shows them. Who may use it is the front's to decide. Its methods may block on disk and are called from many threads.
 */
public final class Control {

    private final List<Section> sections;

    /** Over these parts of one service. */
    public Control(Inspection inspection, FaultBoard faults, RequestJournal journal, Steering clock) {
        this.sections = List.of(
                new PageSection(),
                new OverviewSection(inspection, faults, journal, clock),
                new ContextSection(inspection),
                new SessionSection(inspection),
                new JournalSection(journal),
                new FaultSection(faults),
                new ClockSection(clock));
    }

    /** Answers; every failure is an answer. */
    public CompletionStage<ControlReply> handle(ControlRequest request) {
        try {
            for (Section section : sections) {
                CompletionStage<ControlReply> reply = section.handle(request);
                if (reply != null) {
                    return reply;
                }
            }
            return now(ControlReply.error(404, "There is no " + request.method() + " " + request.path() + " here."));
        } catch (IllegalArgumentException e) {
            return now(ControlReply.error(400, String.valueOf(e.getMessage())));
        } catch (ServiceError e) {
            return now(ControlReply.error(e.status(), e.text()));
        }
    }

    static CompletionStage<ControlReply> now(ControlReply reply) {
        return CompletableFuture.completedFuture(reply);
    }

    /** Some of the paths. */
    interface Section {

        /** Answers, or null where the request is none of its own; what is wrong with one is thrown. */
        @Nullable
        CompletionStage<ControlReply> handle(ControlRequest request);
    }
}
