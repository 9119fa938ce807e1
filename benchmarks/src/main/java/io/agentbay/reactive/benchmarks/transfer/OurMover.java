package io.agentbay.reactive.benchmarks.transfer;

import io.agentbay.reactive.AgentBayClient;
import io.agentbay.reactive.common.ContextId;
import io.agentbay.reactive.common.Selector;
import java.nio.file.Path;

/** This client, as shipped. */
final class OurMover implements Mover {

    private final AgentBayClient client;

    OurMover(AgentBayClient client) {
        this.client = client;
    }

    @Override
    public String name() {
        return "this client";
    }

    @Override
    public void up(Path directory, ContextId context) {
        client.contexts()
                .files(context)
                .copyFrom(directory, Tree.MOUNT, Selector.all())
                .block();
    }

    @Override
    public void down(ContextId context, Path directory) {
        client.contexts()
                .files(context)
                .copyTo(directory, Tree.MOUNT, Selector.all())
                .block();
    }

    @Override
    public void close() {
        client.close();
    }
}
