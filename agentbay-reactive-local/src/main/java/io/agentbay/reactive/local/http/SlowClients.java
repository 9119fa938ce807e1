package io.agentbay.reactive.local.http;

import io.netty.channel.Channel;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.channel.ChannelOutboundBuffer;
import io.netty.channel.ChannelPipeline;
import io.netty.handler.timeout.IdleStateEvent;
import io.netty.handler.timeout.IdleStateHandler;
import java.time.Duration;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import reactor.netty.NettyPipeline;

/**
 * Hangs up on who sends the head of a request drop by drop, and on who stops reading an answer. Neither holds a thread,
 * but each holds a connection, and an answer holds its file. Used by one event loop.
 */
final class SlowClients {

    private final Duration headTime;
    private boolean understood;
    private @Nullable Future<?> deadline;

    private SlowClients(Duration headTime) {
        this.headTime = headTime;
    }

    /** Watches a new connection. */
    static void watch(Channel channel, FrontLimits limits) {
        SlowClients watch = new SlowClients(limits.headTime());
        ChannelPipeline pipeline = channel.pipeline();
        pipeline.addBefore(NettyPipeline.HttpCodec, "agentbay.answers", new Answers(limits.stalledTime()));
        pipeline.addBefore(NettyPipeline.HttpCodec, "agentbay.bytes", watch.new Bytes());
        pipeline.addAfter(NettyPipeline.HttpCodec, "agentbay.heads", watch.new Heads());
    }

    /** Sees the bytes that come: those that are not understood as a request yet must become one in time. */
    private final class Bytes extends ChannelInboundHandlerAdapter {

        @Override
        public void channelRead(ChannelHandlerContext context, Object bytes) {
            understood = false;
            context.fireChannelRead(bytes);
            boolean http = context.pipeline().context(NettyPipeline.HttpCodec) != null;
            if (!understood && deadline == null && http) {
                deadline = context.executor().schedule(() -> hangUp(context), headTime.toNanos(), TimeUnit.NANOSECONDS);
            }
        }

        private void hangUp(ChannelHandlerContext context) {
            var unused = context.close();
        }

        @Override
        public void channelInactive(ChannelHandlerContext context) {
            stop();
            context.fireChannelInactive();
        }
    }

    /** Sees heads and pieces of bodies. */
    private final class Heads extends ChannelInboundHandlerAdapter {

        @Override
        public void channelRead(ChannelHandlerContext context, Object part) {
            understood = true;
            stop();
            context.fireChannelRead(part);
        }
    }

    private void stop() {
        Future<?> running = deadline;
        if (running != null) {
            running.cancel(false);
            deadline = null;
        }
    }

    /** Sees whether anything of what waits to be written goes out. */
    private static final class Answers extends IdleStateHandler {

        Answers(Duration stalledTime) {
            super(true, 0, stalledTime.toMillis(), 0, TimeUnit.MILLISECONDS);
        }

        @Override
        protected void channelIdle(ChannelHandlerContext context, IdleStateEvent event) {
            ChannelOutboundBuffer waiting = context.channel().unsafe().outboundBuffer();
            if (waiting != null && waiting.totalPendingWriteBytes() > 0) {
                var unused = context.close();
            }
        }
    }
}
