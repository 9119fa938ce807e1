package io.agentbay.reactive.local.http;

/** What the routes of one front share beside its parts. */
record FrontTools(FrontParts parts, Work work, RequestIds ids, FrontLimits limits) {

    static FrontTools of(FrontParts parts) {
        return new FrontTools(parts, new Work(parts.threads().workers()), new RequestIds(), FrontLimits.defaults());
    }
}
