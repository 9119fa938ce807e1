package io.agentbay.reactive.local.http;

/** What the routes of one front share beside its parts. */
record FrontTools(FrontParts parts, Work work, RequestIds ids, FrontLimits limits, Bodies bodies) {

    static FrontTools of(FrontParts parts, FrontLimits limits) {
        return new FrontTools(
                parts,
                new Work(parts.threads().workers()),
                new RequestIds(),
                limits,
                new Bodies(limits, parts.threads().timer()));
    }
}
