package io.agentbay.reactive.event;

import java.util.function.Consumer;
import reactor.util.context.Context;
import reactor.util.context.ContextView;

/**
 * What travels in the Reactor Context: the listeners under {@code OperationEvent.class}, the enclosing operation under
 * {@code Operation.class}.
 */
final class EventContext {

    private EventContext() {}

    static Context withListener(Context context, Consumer<OperationEvent> listener) {
        return context.put(OperationEvent.class, guarded(listener).andThen(listeners(context)));
    }

    static Context withParent(Context context, Operation parent) {
        return context.put(Operation.class, parent);
    }

    static Consumer<OperationEvent> listeners(ContextView context) {
        return context.<Consumer<OperationEvent>>getOrEmpty(OperationEvent.class)
                .orElse(event -> {});
    }

    private static Consumer<OperationEvent> guarded(Consumer<OperationEvent> listener) {
        return event -> {
            try {
                listener.accept(event);
            } catch (RuntimeException ignored) {
                // A watcher's mistake must never become the work's.
            }
        };
    }
}
