package io.agentbay.reactive.internal.tool;

import io.agentbay.reactive.pipeline.ApiCall.Idempotency;
import java.time.Duration;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

/**
 * One session's tools, behind its gate: refused once the session is closing, counted while in flight, and remembered
 * as a possible change of the mounts it touches.
 */
public interface ToolGateway {

    String sessionId();

    Mono<String> call(Call call);

    /**
     * Passes anything else of the session that is not a tool call, such as a batch through the transfer context,
     * through the same gate. Calls made inside guarded work belong to it: they pass although the gate began to close
     * meanwhile, and the close waits for the work as a whole.
     */
    <T> Mono<T> guard(Touches touches, Mono<T> work);

    /** Completes when the session begins to close, at once when it has begun. */
    default Mono<Void> closing() {
        return Mono.never();
    }

    /** Where the session can be listened to; null when it offers no socket. */
    default @Nullable SocketTarget socket() {
        return null;
    }

    /** A tool call; {@code timeout} is of one attempt, null for the configured one. */
    record Call(
            String tool,
            Map<String, ?> arguments,
            Idempotency idempotency,
            Touches touches,
            @Nullable Duration timeout) {}

    /** What a call may change: nothing, one path, to which it brings so many bytes, or anything. */
    record Touches(Kind kind, @Nullable String path, long bytes) {
        /** The kinds of change. */
        public enum Kind {
            NOTHING,
            PATH,
            ANYTHING
        }

        public static Touches nothing() {
            return new Touches(Kind.NOTHING, null, 0);
        }

        public static Touches path(String path) {
            return path(path, 0);
        }

        public static Touches path(String path, long bytes) {
            return new Touches(Kind.PATH, path, bytes);
        }

        public static Touches anything() {
            return new Touches(Kind.ANYTHING, null, 0);
        }
    }
}
