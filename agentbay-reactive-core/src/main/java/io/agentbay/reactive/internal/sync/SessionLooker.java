package io.agentbay.reactive.internal.sync;

import java.util.List;
import java.util.Map;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Looks into a session: which files a directory holds, and what is in them. */
public interface SessionLooker {

    /** All files below a directory, paths relative to it; a missing directory is empty. */
    Flux<SeenFile> walk(String directory);

    /** The paths of all files below a directory, relative to it, by the cheapest look there is; missing is empty. */
    Flux<String> names(String directory);

    /** SHA-256, lower-case hex, of files given relative to a directory; a file that vanished is left out. */
    Mono<Map<String, String>> sha256(String directory, List<String> paths);
}
