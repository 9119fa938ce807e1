package io.agentbay.reactive.local.http;

import reactor.core.publisher.Mono;
import reactor.netty.http.server.HttpServerRequest;
import reactor.netty.http.server.HttpServerResponse;

/** Answers the requests of one part of the address space. */
@FunctionalInterface
interface Route {

    /** Answers; an error becomes an error answer. */
    Mono<Void> handle(HttpServerRequest request, HttpServerResponse response);
}
