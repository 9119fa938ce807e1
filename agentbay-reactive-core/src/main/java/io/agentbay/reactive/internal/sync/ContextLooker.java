package io.agentbay.reactive.internal.sync;

import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Looks into a context: which files it lists under a mount path, and what a signed GET returns. */
public interface ContextLooker {

    /** All files listed under a mount path, relative to it; listings lag behind what is stored. */
    Flux<SeenFile> walk(String contextId, String mountPath);

    /** One file by its key, which no listing delays, {@code modified} being the store's version; empty when not there. */
    Mono<SeenFile> head(String contextId, String mountPath, String path);

    /** SHA-256, lower-case hex, of what a signed GET returns; empty when the object is not there. */
    Mono<String> sha256(String contextId, String mountPath, String path);
}
