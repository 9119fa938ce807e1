package io.agentbay.reactive.internal.file;

import java.util.List;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Brings the files of one copy to the other side, as many at a time as that side likes. */
interface Carrier {

    /** Each file ends as moved or as failed in the copy's meter; an error is of all of them. */
    Mono<Void> carry(Flux<LocalFile> files);

    /** Makes directories that hold nothing, by path relative to the copy's, where the other side can have them. */
    Mono<Void> makeEmpty(List<String> directories);
}
