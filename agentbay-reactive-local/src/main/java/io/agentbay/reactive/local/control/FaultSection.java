package io.agentbay.reactive.local.control;

import io.agentbay.reactive.local.fault.FaultBoard;
import io.agentbay.reactive.local.fault.Faults;
import java.util.Map;
import java.util.concurrent.CompletionStage;
import org.jspecify.annotations.Nullable;

/** Lists, arms and disarms faults, on the board the typed ones are on. */
record FaultSection(FaultBoard faults) implements Control.Section {

    private static final String PATH = "/faults";

    @Override
    public @Nullable CompletionStage<ControlReply> handle(ControlRequest request) {
        if (!request.path().equals(PATH) && !request.path().startsWith(PATH + "/")) {
            return null;
        }
        return Control.now(
                switch (request.method() + " " + request.path()) {
                    case "GET " + PATH -> list();
                    case "POST " + PATH -> arm(request);
                    case "PUT " + PATH + "/seed" -> seed(request);
                    case "DELETE " + PATH -> clear();
                    default -> one(request);
                });
    }

    private ControlReply list() {
        return ControlReply.ok(Map.of("items", faults.json(), "seed", faults.seed()));
    }

    private ControlReply arm(ControlRequest request) {
        Faults.Armed armed = faults.arm(request.json());
        return ControlReply.created(Map.of("id", armed.id(), "text", armed.text()));
    }

    private ControlReply seed(ControlRequest request) {
        if (!(request.json().get("seed") instanceof Number seed)) {
            throw new IllegalArgumentException("The key \"seed\" must be a whole number.");
        }
        faults.seed(seed.longValue());
        return list();
    }

    private ControlReply clear() {
        faults.clear();
        return list();
    }

    private ControlReply one(ControlRequest request) {
        String id = request.between(PATH + "/", "");
        if (id == null || !request.method().equals("DELETE")) {
            return ControlReply.error(404, "There is no " + request.method() + " " + request.path() + " here.");
        }
        return faults.disarm(id) ? list() : ControlReply.error(404, "No fault " + id + " is armed (any more).");
    }
}
