package io.agentbay.reactive.examples.guide;

import reactor.core.publisher.Mono;

/** One section of the guide as a program. Running it again on the same data works too. */
@FunctionalInterface
interface Section {

    /** Does what the section describes and prints what it found; an error when it did not work. */
    Mono<Void> run();
}
