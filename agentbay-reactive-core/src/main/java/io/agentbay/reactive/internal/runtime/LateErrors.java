package io.agentbay.reactive.internal.runtime;

import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import reactor.core.publisher.Operators;
import reactor.util.context.Context;

/**
 * Errors that come when nobody waits any more: an attempt that fails in the instant its call's deadline ends, or a closed
 * gate that refuses a step of cancelled work. Whoever asked was told already, and Reactor would print them as errors of
 * the application.
 */
public final class LateErrors {

    private static final Logger LOG = LoggerFactory.getLogger(LateErrors.class);

    /** Where Reactor looks for a consumer of dropped errors that is valid for one sequence only. */
    private static final String KEY = "reactor.onErrorDropped.local";

    private LateErrors() {}

    /** For {@code contextWrite}: those of the type are logged at debug level, others go where they went before. */
    public static Function<Context, Context> quietly(Class<? extends Throwable> type) {
        Consumer<Throwable> alone = error -> dropped(error, type, null);
        return context -> {
            @Nullable Consumer<Throwable> known = context.getOrDefault(KEY, null);
            return context.put(KEY, known == null ? alone : (Consumer<Throwable>) e -> dropped(e, type, known));
        };
    }

    private static void dropped(
            Throwable error, Class<? extends Throwable> type, @Nullable Consumer<Throwable> others) {
        if (type.isInstance(error)) {
            LOG.debug("Failed after its end: {}", error.getMessage());
        } else if (others != null) {
            others.accept(error);
        } else {
            Operators.onErrorDropped(error, Context.empty());
        }
    }
}
