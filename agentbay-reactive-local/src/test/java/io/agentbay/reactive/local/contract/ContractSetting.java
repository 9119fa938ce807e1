package io.agentbay.reactive.local.contract;

import io.agentbay.reactive.AgentBayClient;
import io.agentbay.reactive.common.ContextId;
import io.agentbay.reactive.context.AgentBayContext;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.HexFormat;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

/** Where the contract is tried, and what its tests share. */
public interface ContractSetting {
    /** How long one step may take; generous, because the real service takes its time. */
    Duration LIMIT = Duration.ofMinutes(5);

    /** Below this, directories are writable on every service. */
    String ROOT = "/tmp/agentbay-contract";

    /** The client under test; the same for all tests of a class. */
    AgentBayClient client();

    /** The beginning of another client of the same service. */
    AgentBayClient.Builder anotherClient();

    /** Waits for a step. */
    static <T> @Nullable T await(Mono<T> step) {
        return step.block(LIMIT);
    }

    /** Runs a step in a context of its own, which is deleted afterwards, whatever happened. */
    default <T> @Nullable T inContext(Function<AgentBayContext, Mono<T>> step) {
        return await(Mono.usingWhen(
                client().contexts().getOrCreate(uniqueName()),
                step,
                context -> client().contexts().delete(context)));
    }

    /** A name nobody else has. */
    static String uniqueName() {
        return AgentBayContext.name("contract", random());
    }

    /** An id nobody has. */
    static ContextId unknownContext() {
        return ContextId.of("SdkCtx-" + random());
    }

    private static String random() {
        var bytes = new byte[8];
        new SecureRandom().nextBytes(bytes);
        return HexFormat.of().formatHex(bytes);
    }
}
