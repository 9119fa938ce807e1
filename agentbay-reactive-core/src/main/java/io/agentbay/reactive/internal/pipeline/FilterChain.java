package io.agentbay.reactive.internal.pipeline;

import io.agentbay.reactive.pipeline.ApiCall;
import io.agentbay.reactive.pipeline.CallFilter;
import io.agentbay.reactive.pipeline.CallFilter.Next;
import java.util.List;
import reactor.core.publisher.Mono;

/** The user's filters of one stage, the first one outermost, around what lies within. */
final class FilterChain implements Next {

    private final List<CallFilter> filters;
    private final int at;
    private final Next within;

    private FilterChain(List<CallFilter> filters, int at, Next within) {
        this.filters = filters;
        this.at = at;
        this.within = within;
    }

    static <T> Mono<T> around(List<CallFilter> filters, ApiCall<T> call, Next within) {
        return filters.isEmpty() ? within.proceed(call) : new FilterChain(filters, 0, within).proceed(call);
    }

    @Override
    public <T> Mono<T> proceed(ApiCall<T> call) {
        return at == filters.size()
                ? within.proceed(call)
                : Mono.defer(() -> filters.get(at).filter(call, new FilterChain(filters, at + 1, within)));
    }
}
