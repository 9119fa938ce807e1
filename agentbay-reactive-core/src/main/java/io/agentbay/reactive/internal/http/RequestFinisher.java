package io.agentbay.reactive.internal.http;

import io.netty.buffer.Unpooled;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelOutboundHandlerAdapter;
import io.netty.channel.ChannelPromise;
import io.netty.handler.codec.http.FullHttpRequest;
import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpRequest;
import io.netty.handler.codec.http.LastHttpContent;
import io.netty.util.AttributeKey;
import org.jspecify.annotations.Nullable;

/**
 * Puts the concealed parts into a request just before it is encoded, below every logger of Reactor Netty, and tells the
 * exchange how far it came. One per connection, on its event loop.
 */
final class RequestFinisher extends ChannelOutboundHandlerAdapter {

    private static final AttributeKey<Exchange> NEXT = AttributeKey.valueOf(Exchange.class, "next");

    private @Nullable Exchange current;

    /** Announces the exchange whose request is the next on this connection. */
    static void announce(io.netty.channel.Channel channel, Exchange exchange) {
        channel.attr(NEXT).set(exchange);
    }

    /** The futures ignored here are the caller's own promise. */
    @Override
    @SuppressWarnings("FutureReturnValueIgnored")
    public void write(ChannelHandlerContext context, Object message, ChannelPromise promise) {
        var finished = message instanceof HttpRequest request ? begin(context, request) : message;
        var exchange = current;
        if (finished instanceof LastHttpContent && exchange != null) {
            current = null;
            context.write(finished, promise.unvoid()).addListener(done -> exchange.sent(done.isSuccess()));
        } else {
            context.write(finished, promise);
        }
    }

    private HttpRequest begin(ChannelHandlerContext context, HttpRequest request) {
        var exchange = context.channel().attr(NEXT).getAndSet(null);
        if (exchange == null) {
            return request;
        }
        current = exchange;
        exchange.sending(context.channel().isActive());
        return finish(request, exchange.concealed());
    }

    private static HttpRequest finish(HttpRequest request, Concealed concealed) {
        request.setUri(concealed.target());
        var headers = request.headers();
        headers.remove(HttpHeaderNames.USER_AGENT).remove(HttpHeaderNames.ACCEPT);
        concealed.headers().forEach(headers::set);
        return concealed.moreBody().length == 0 || !(request instanceof FullHttpRequest full)
                ? request
                : append(full, concealed.moreBody());
    }

    private static FullHttpRequest append(FullHttpRequest request, byte[] more) {
        var whole = request.replace(Unpooled.wrappedBuffer(request.content(), Unpooled.wrappedBuffer(more)));
        whole.headers().set(HttpHeaderNames.CONTENT_LENGTH, whole.content().readableBytes());
        return whole;
    }
}
