package io.agentbay.reactive.benchmarks;

import com.aliyun.agentbay.AgentBay;
import com.aliyun.agentbay.Config;

/** The published official SDK, through its own public API. */
final class OfficialCaller implements Caller {

    private static final int TIMEOUT_MILLIS = 60_000;
    private static final int TUNED_IDLE_CONNECTIONS = 1_000;

    private final AgentBay sdk;
    private final String name;

    private OfficialCaller(AgentBay sdk, String name) {
        this.sdk = sdk;
        this.name = name;
    }

    static OfficialCaller asShipped(Target target) throws Exception {
        return new OfficialCaller(connect(target), "official SDK");
    }

    /** Keeps as many idle connections as there are callers; a field of its inner client, not one of its options. */
    static OfficialCaller tuned(Target target) throws Exception {
        var sdk = connect(target);
        sdk.getClient()._maxIdleConns = TUNED_IDLE_CONNECTIONS;
        return new OfficialCaller(sdk, "official SDK, tuned pool");
    }

    private static AgentBay connect(Target target) throws Exception {
        var sdk = new AgentBay("akm-benchmark", new Config("cn-shanghai", target.hostAndPort(), TIMEOUT_MILLIS));
        if (!target.secure()) {
            sdk.getClient()._protocol = "HTTP";
        }
        return sdk;
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public Load start(int inFlight) {
        return new ThreadLoad(() -> sdk.getContext().get("benchmark", false).isSuccess(), inFlight);
    }

    @Override
    public void close() {
        // It has nothing that could be closed; its connections end by themselves.
    }
}
