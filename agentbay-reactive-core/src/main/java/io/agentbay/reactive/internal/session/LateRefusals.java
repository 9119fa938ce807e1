package io.agentbay.reactive.internal.session;

import io.agentbay.reactive.error.ClosedException;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import reactor.core.publisher.Operators;
import reactor.util.context.Context;

/**
 * Keeps quiet about a closed gate's refusal of work that was cancelled: a step on its way while the cancel passed it
 * finds the session ending, nobody waits for it, and Reactor would print it as an error of the application.
 */
final class LateRefusals {

    private static final Logger LOG = LoggerFactory.getLogger(LateRefusals.class);

    /** Where Reactor looks for a consumer of dropped errors that is valid for one sequence only. */
    private static final String KEY = "reactor.onErrorDropped.local";

    private LateRefusals() {}

    /** Other errors go where they went before. */
    static Context quietly(Context context) {
        @Nullable Consumer<Throwable> known = context.getOrDefault(KEY, null);
        Consumer<Throwable> others = known != null ? known : error -> Operators.onErrorDropped(error, Context.empty());
        return context.put(KEY, (Consumer<Throwable>) error -> dropped(error, others));
    }

    private static void dropped(Throwable error, Consumer<Throwable> others) {
        if (error instanceof ClosedException) {
            LOG.debug("Cancelled work went on for a moment: {}", error.getMessage());
        } else {
            others.accept(error);
        }
    }
}
