package io.agentbay.reactive.local.http;

import io.agentbay.reactive.local.core.ObjectRow;
import io.agentbay.reactive.local.core.UrlGrant;
import io.agentbay.reactive.local.fault.CallFault;
import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import io.netty.handler.codec.http.HttpHeaderNames;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.function.IntConsumer;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.netty.http.server.HttpServerRequest;
import reactor.netty.http.server.HttpServerResponse;

/** Streams one version of an object, or a range of it, out. */
final class ObjectGet {

    private static final int CHUNK = 32 * 1024;

    private final FrontTools tools;

    ObjectGet(FrontTools tools) {
        this.tools = tools;
    }

    /**
     * Answers, or fails with why it cannot.
     *
     * @param begun told the status before the first byte is sent; 0 where a fault sends none
     */
    Mono<Void> handle(
            UrlGrant grant,
            StoreFault fault,
            IntConsumer begun,
            HttpServerRequest request,
            HttpServerResponse response) {
        if (fault.dropsAt(CallFault.When.AFTER_WORK)) {
            begun.accept(0);
            return fault.hangUp(response);
        }
        return Mono.usingWhen(
                tools.work().call(() -> open(grant)),
                download -> send(download, fault, begun, request, response),
                download -> tools.work().run(download::close));
    }

    private Download open(UrlGrant grant) throws Exception {
        return new Download(tools.parts().backend().objects().open(grant.contextId(), grant.key()));
    }

    private Mono<Void> send(
            Download download,
            StoreFault fault,
            IntConsumer begun,
            HttpServerRequest request,
            HttpServerResponse response) {
        ObjectRow object = download.object();
        ByteRange range = range(request, object);
        int status = range.partial() ? 206 : 200;
        begun.accept(status);
        response.status(status)
                .header(HttpHeaderNames.ETAG, etag(object))
                .header(HttpHeaderNames.LAST_MODIFIED, lastModified(object))
                .header(HttpHeaderNames.ACCEPT_RANGES, "bytes")
                .header(HttpHeaderNames.CONTENT_TYPE, "application/octet-stream")
                .header(HttpHeaderNames.CONTENT_LENGTH, Long.toString(range.length()))
                .header("x-oss-request-id", tools.ids().next());
        if (range.partial()) {
            response.header(HttpHeaderNames.CONTENT_RANGE, range.header());
        }
        return fault.dropsAt(CallFault.When.MID_BODY)
                ? response.send(chunks(download, range.half())).then().then(fault.hangUp(response))
                : response.send(chunks(download, range).map(chunk -> fault.garbles() ? inverted(chunk) : chunk))
                        .then();
    }

    private Flux<ByteBuf> chunks(Download download, ByteRange range) {
        return Flux.<Long, Long>generate(range::from, (at, sink) -> {
                    if (at >= range.to()) {
                        sink.complete();
                    } else {
                        sink.next(at);
                    }
                    return at + CHUNK;
                })
                .concatMap(at -> tools.work().call(() -> download.read(at, length(at, range))), 1)
                .map(Unpooled::wrappedBuffer);
    }

    /** The right number of wrong bytes. */
    private static ByteBuf inverted(ByteBuf chunk) {
        for (int i = chunk.readerIndex(); i < chunk.writerIndex(); i++) {
            chunk.setByte(i, ~chunk.getByte(i));
        }
        return chunk;
    }

    private static int length(long at, ByteRange range) {
        return (int) Math.min(CHUNK, range.to() - at);
    }

    private static ByteRange range(HttpServerRequest request, ObjectRow object) {
        String wanted = request.requestHeaders().get(HttpHeaderNames.RANGE);
        String condition = request.requestHeaders().get(HttpHeaderNames.IF_RANGE);
        boolean same = condition == null || condition.equals(etag(object)) || condition.equals(lastModified(object));
        return wanted == null || !same ? ByteRange.whole(object.size()) : ByteRange.of(wanted, object.size());
    }

    private static String etag(ObjectRow object) {
        return '"' + object.etag() + '"';
    }

    private static String lastModified(ObjectRow object) {
        return DateTimeFormatter.RFC_1123_DATE_TIME.format(object.modified().atOffset(ZoneOffset.UTC));
    }
}
