package io.agentbay.reactive.internal.http;

import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Operators;
import reactor.netty.Connection;
import reactor.util.context.Context;

/** Connections with an answer that comes when its call is over: Reactor drops them, with what they hold. */
final class Unheard {

    /** Where Reactor looks for a consumer of dropped values that is valid for one sequence only. */
    private static final String KEY = "reactor.onNextDropped.local";

    private Unheard() {}

    /** For {@code contextWrite}: dropped connections are disposed of, other values go where they went before. */
    static Context disposing(Context context) {
        @Nullable Consumer<Object> known = context.getOrDefault(KEY, null);
        return context.put(KEY, (Consumer<Object>) value -> dropped(value, known));
    }

    private static void dropped(Object value, @Nullable Consumer<Object> others) {
        if (value instanceof Connection connection) {
            connection.dispose();
        } else if (others != null) {
            others.accept(value);
        } else {
            Operators.onNextDropped(value, Context.empty());
        }
    }
}
