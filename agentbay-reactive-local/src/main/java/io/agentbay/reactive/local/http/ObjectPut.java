package io.agentbay.reactive.local.http;

import io.agentbay.reactive.local.core.ObjectRow;
import io.agentbay.reactive.local.core.ServiceError;
import io.agentbay.reactive.local.core.UrlGrant;
import io.agentbay.reactive.local.fault.CallFault;
import io.netty.handler.codec.http.HttpHeaderNames;
import java.util.Locale;
import java.util.Map;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.netty.http.server.HttpServerRequest;
import reactor.netty.http.server.HttpServerResponse;

/** Takes one object in as a stream; answers after it is durable, and keeps nothing of a body that ended early. */
final class ObjectPut {

    private static final int IN_FLIGHT = 4;
    private static final int SMALL = 128 * 1024;

    private final FrontTools tools;

    ObjectPut(FrontTools tools) {
        this.tools = tools;
    }

    Mono<Void> handle(
            UrlGrant grant, StoreFault fault, Noted noted, HttpServerRequest request, HttpServerResponse response) {
        refuseUnsignedHeaders(request);
        long length = Bodies.declaredLength(request);
        if (fault.dropsAt(CallFault.When.MID_BODY)) {
            noted.leftUndone();
            return readHalf(request, length).then(fault.hangUp(response));
        }
        if (fault.losesData()) {
            return EntityTags.of(request).flatMap(etag -> acknowledge(etag, fault, noted, response));
        }
        Mono<ObjectRow> stored = length >= 0 && length <= SMALL
                ? tools.bodies()
                        .small(request, SMALL)
                        .flatMap(body -> tools.work().call(() -> store(grant, body, length)))
                : stream(grant, request, length);
        return stored.flatMap(row -> acknowledge(row.etag(), fault, noted, response));
    }

    /** Notes the put before the answer, because a closed connection ends everything that would come after. */
    private Mono<Void> acknowledge(String etag, StoreFault fault, Noted noted, HttpServerResponse response) {
        Answer answer = answer(etag);
        noted.did(answer.status(), answer.outcome());
        if (fault.dropsAt(CallFault.When.AFTER_WORK)) {
            return fault.hangUp(response);
        }
        return Replies.send(response, fault.garbles() ? FaultGate.garbled(answer) : answer);
    }

    /** A small body is stored in one go, because handing it over piece by piece costs more than the piece. */
    private ObjectRow store(UrlGrant grant, byte[] body, long length) throws Exception {
        Upload upload = open(grant);
        try {
            upload.write(body);
            return upload.commit(length).orElseThrow();
        } finally {
            upload.close();
        }
    }

    private Mono<ObjectRow> stream(UrlGrant grant, HttpServerRequest request, long length) {
        return Mono.usingWhen(
                tools.work().call(() -> open(grant)),
                upload -> receive(request, upload, length),
                upload -> Mono.empty(),
                (upload, error) -> abandon(upload),
                this::abandon);
    }

    private Mono<Void> readHalf(HttpServerRequest request, long length) {
        return tools.bodies().stream(request)
                .scan(0L, (sum, part) -> sum + part.length)
                .takeUntil(sum -> sum >= length / 2)
                .then();
    }

    /** A store computes the signature over these headers too, so one that was not signed does not match. */
    private static void refuseUnsignedHeaders(HttpServerRequest request) {
        for (Map.Entry<String, String> header : request.requestHeaders()) {
            String name = header.getKey().toLowerCase(Locale.ROOT);
            if (name.equals("content-type") || name.equals("content-md5") || name.startsWith("x-oss-")) {
                throw new ServiceError(
                        403,
                        "SignatureDoesNotMatch",
                        "The header " + name + " was sent but is not part of the signature.");
            }
        }
    }

    private Upload open(UrlGrant grant) throws Exception {
        return new Upload(tools.parts().backend().objects().upload(grant.contextId(), grant.key()));
    }

    private Mono<ObjectRow> receive(HttpServerRequest request, Upload upload, long length) {
        Flux<byte[]> body = tools.bodies().stream(request);
        return body.concatMap(part -> tools.work().call(() -> upload.write(part)), IN_FLIGHT)
                .then(Mono.defer(() -> tools.work().call(() -> upload.commit(length))))
                .flatMap(Mono::justOrEmpty);
    }

    private Mono<Void> abandon(Upload upload) {
        return tools.work().run(upload::close);
    }

    private Answer answer(String etag) {
        Map<String, String> headers = Map.of(
                HttpHeaderNames.ETAG.toString(),
                '"' + etag + '"',
                "x-oss-request-id",
                tools.ids().next());
        return new Answer(200, Answer.OK, new byte[0], headers, Answer.Cut.NOWHERE);
    }
}
