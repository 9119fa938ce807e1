package io.agentbay.reactive.local.core;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.Function;

/** The actions the service knows, by name. */
final class Actions {

    private final Map<String, Function<Fields, CompletionStage<ServiceReply>>> byName = new HashMap<>();

    void add(String name, Function<Fields, ServiceReply> action) {
        byName.put(name, action.andThen(CompletableFuture::completedFuture));
    }

    /** An action that may go on after the thread that called it. */
    void addLater(String name, Function<Fields, CompletionStage<ServiceReply>> action) {
        byName.put(name, action);
    }

    CompletionStage<ServiceReply> run(ServiceRequest request) {
        Function<Fields, CompletionStage<ServiceReply>> action =
                Optional.ofNullable(byName.get(request.action())).orElseThrow(() -> unknown(request.action()));
        return action.apply(new Fields(request));
    }

    private static ServiceError unknown(String action) {
        return new ServiceError(
                400, "UnsupportedOperation", "The local service does not provide the action " + action + ".");
    }
}
