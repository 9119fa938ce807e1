package io.agentbay.reactive.internal.pipeline;

import io.agentbay.reactive.error.AgentBayException;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import reactor.core.publisher.Operators;
import reactor.util.context.Context;

/**
 * Keeps quiet about a failure that loses the race with the end of its call, as an attempt's timeout may with the total
 * deadline: the caller was told already, and Reactor would print it as an error of the application.
 */
final class LateFailures {

    private static final Logger LOG = LoggerFactory.getLogger(LateFailures.class);

    /** Where Reactor looks for a consumer of dropped errors that is valid for one sequence only. */
    private static final String KEY = "reactor.onErrorDropped.local";

    private static final Consumer<Throwable> QUIETLY = LateFailures::dropped;

    private LateFailures() {}

    static Context quietly(Context context) {
        return context.put(KEY, QUIETLY);
    }

    private static void dropped(Throwable error) {
        if (error instanceof AgentBayException late) {
            LOG.debug("A call that had ended failed late: {}", late.getMessage());
        } else {
            Operators.onErrorDropped(error, Context.empty());
        }
    }
}
