package io.agentbay.reactive.local.http;

import io.netty.buffer.Unpooled;
import io.netty.channel.ChannelFutureListener;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.handler.codec.http.websocketx.CorruptedWebSocketFrameException;

/**
 * Ends a WebSocket on which a frame comes that is none, after the close frame by which the decoder says so. As an error it
 * would come to nobody where the exchange is over already.
 */
final class BrokenFrames extends ChannelInboundHandlerAdapter {

    static final String NAME = "broken-frames";

    @Override
    public void exceptionCaught(ChannelHandlerContext context, Throwable cause) {
        if (cause instanceof CorruptedWebSocketFrameException) {
            context.writeAndFlush(Unpooled.EMPTY_BUFFER).addListener(ChannelFutureListener.CLOSE);
        } else {
            context.fireExceptionCaught(cause);
        }
    }
}
