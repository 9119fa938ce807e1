package io.agentbay.reactive.context;

import io.agentbay.reactive.common.ContextRef;
import java.util.Collection;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * Creates, finds and deletes contexts.
 *
 * <p>Safe for use by any number of threads. Every publisher is cold: each subscription is its own operation, nothing
 * is cached between two of them. Cancelling stops waiting; a call already sent may still take effect. Bad arguments
 * throw at the call, everything else arrives as an {@link io.agentbay.reactive.error.AgentBayException}. Everything
 * here is safe to repeat after a failure.
 */
public interface ContextOperations {
    /**
     * The context of that name, created if there is none.
     *
     * <p>Callers of the same name that overlap in time share one call to the service; cancelling or failing one of
     * them is never another's. The service offers no strict create, so this cannot serve as a lock.
     */
    Mono<AgentBayContext> getOrCreate(String name);

    /**
     * The contexts of these names, in the order of the names, those that do not exist created; 16 at a time.
     *
     * <p>A name that occurs twice is emitted twice. A context that failed ends the stream at once, with that failure, and
     * none is begun after it; those created by then stay, so repeating the call gets what is missing. Each is asked for
     * as by {@link #getOrCreate}; a few are asked for ahead of the subscriber.
     *
     * @throws IllegalArgumentException if a name is blank
     */
    Flux<AgentBayContext> getOrCreateAll(Collection<String> names);

    /**
     * The context of that name; {@link io.agentbay.reactive.error.NotFoundException} if there is none.
     *
     * @see #find(String)
     */
    Mono<AgentBayContext> get(String name);

    /**
     * Reads a context anew by its id; {@link io.agentbay.reactive.error.NotFoundException} if there is none.
     */
    Mono<AgentBayContext> get(ContextRef context);

    /** The context of that name, or empty if there is none. */
    Mono<AgentBayContext> find(String name);

    /**
     * All contexts of the account, in the service's order.
     *
     * <p>Pages are fetched on demand: page n+1 is asked for only when the subscriber has asked for more than the first
     * n hold. A context created or deleted meanwhile may be missed. A service that repeats a page token fails the list
     * with {@link io.agentbay.reactive.error.UnexpectedResponseException} instead of looping.
     */
    Flux<AgentBayContext> list();

    /**
     * The contexts whose names begin with a prefix; the service cannot filter, so all pages are read as by
     * {@link #list()}.
     */
    Flux<AgentBayContext> list(String namePrefix);

    /**
     * Gives a context another name and reads it anew. Its id and content stay.
     *
     * <p>{@link io.agentbay.reactive.error.NotFoundException} if there is none; what the service says about a name that
     * is taken arrives unchanged.
     */
    Mono<AgentBayContext> rename(ContextRef context, String newName);

    /**
     * Removes all files of a context and completes when it is available again.
     *
     * <p>The service clears in the background; this asks every 2 s, at most for the sync timeout of the client's options
     * (10 minutes by default), then fails with {@link io.agentbay.reactive.error.DeadlineExceededException}, while the
     * clearing itself goes on. Cancelling stops the asking, not the clearing. It is an operation of kind {@code CLEAR}:
     * triggered, confirming, done. Safe to repeat.
     *
     * @see #clearing(ContextRef)
     */
    Mono<Void> clear(ContextRef context);

    /**
     * Clears a context as {@link #clear} does, and tells what the service says of it: each state when it differs from
     * the one before, the last one {@link AgentBayContext.State#AVAILABLE}.
     *
     * <p>A quick clear emits that state only. To see a clear that somebody else began, read the state by {@link
     * #get(ContextRef)}.
     */
    Flux<AgentBayContext.State> clearing(ContextRef context);

    /**
     * Deletes a context and everything in it.
     *
     * <p>Idempotent for what this client has seen: deleting a context a second time completes (the last 100,000 ids are
     * remembered). An id never seen that the service does not know is a
     * {@link io.agentbay.reactive.error.NotFoundException}, because it hints at a wrong key, region or typo.
     */
    Mono<Void> delete(ContextRef context);

    /**
     * The files of a context, without a session; no call, so an unknown context is the error of what is done with it.
     */
    ContextFiles files(ContextRef context);
}
