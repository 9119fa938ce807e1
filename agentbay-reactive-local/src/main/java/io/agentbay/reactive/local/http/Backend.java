package io.agentbay.reactive.local.http;

import io.agentbay.reactive.local.core.Inspection;
import io.agentbay.reactive.local.core.ObjectStore;
import io.agentbay.reactive.local.core.ServiceReply;
import io.agentbay.reactive.local.core.ServiceRequest;
import io.agentbay.reactive.local.core.SessionDoor;
import java.util.concurrent.CompletionStage;

/** The service behind the front. Its methods may block and are called from several threads. */
public interface Backend {

    /** Does one call; neither throws nor fails for what a caller can do wrong. */
    CompletionStage<ServiceReply> handle(ServiceRequest request);

    /** Sessions for who holds their token. */
    SessionDoor door();

    /** A look at everything there is. */
    Inspection inspection();

    /** Ends a session as if its machine had died; nothing if it does not live. */
    void vanish(String sessionId);

    /** The objects behind signed URLs. */
    ObjectStore objects();
}
