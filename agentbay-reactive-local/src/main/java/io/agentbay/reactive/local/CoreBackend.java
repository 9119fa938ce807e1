package io.agentbay.reactive.local;

import io.agentbay.reactive.local.core.Inspection;
import io.agentbay.reactive.local.core.ObjectStore;
import io.agentbay.reactive.local.core.ServiceCore;
import io.agentbay.reactive.local.core.ServiceReply;
import io.agentbay.reactive.local.core.ServiceRequest;
import io.agentbay.reactive.local.core.SessionDoor;
import io.agentbay.reactive.local.http.Backend;
import java.util.concurrent.CompletionStage;

/** The core as the front sees it. */
record CoreBackend(ServiceCore core) implements Backend {

    @Override
    public CompletionStage<ServiceReply> handle(ServiceRequest request) {
        return core.handle(request);
    }

    @Override
    public SessionDoor door() {
        return core.door();
    }

    @Override
    public Inspection inspection() {
        return core.inspection();
    }

    @Override
    public void vanish(String sessionId) {
        core.vanish(sessionId);
    }

    @Override
    public ObjectStore objects() {
        return core.objects();
    }
}
