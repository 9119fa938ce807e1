package io.agentbay.reactive.local.snapshot;

import io.agentbay.reactive.AgentBayClient;
import io.agentbay.reactive.pipeline.ApiCall;
import io.agentbay.reactive.pipeline.CallFilter;
import io.netty.buffer.ByteBuf;
import io.netty.channel.ChannelDuplexHandler;
import io.netty.channel.ChannelHandler.Sharable;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelPromise;
import java.util.concurrent.atomic.AtomicLong;
import reactor.core.publisher.Mono;

/** Counts the requests of a client and the bytes on its connections, both ways, headers included. */
final class Traffic implements CallFilter {

    private final AtomicLong calls = new AtomicLong();
    private final AtomicLong bytes = new AtomicLong();

    AgentBayClient.Builder watch(AgentBayClient.Builder builder) {
        return builder.filter(this)
                .httpClient(http -> http.doOnChannelInit(
                        (observer, channel, remote) -> channel.pipeline().addFirst(new Counter(bytes))));
    }

    void reset() {
        calls.set(0);
        bytes.set(0);
    }

    long calls() {
        return calls.get();
    }

    long bytes() {
        return bytes.get();
    }

    @Override
    public Stage stage() {
        return Stage.PER_ATTEMPT;
    }

    @Override
    public <T> Mono<T> filter(ApiCall<T> call, Next next) {
        return Mono.defer(() -> {
            calls.incrementAndGet();
            return next.proceed(call);
        });
    }

    @Sharable
    private static final class Counter extends ChannelDuplexHandler {

        private final AtomicLong bytes;

        Counter(AtomicLong bytes) {
            this.bytes = bytes;
        }

        @Override
        public void channelRead(ChannelHandlerContext context, Object message) {
            count(message);
            context.fireChannelRead(message);
        }

        @Override
        public void write(ChannelHandlerContext context, Object message, ChannelPromise promise) {
            count(message);
            var unused = context.write(message, promise);
        }

        private void count(Object message) {
            if (message instanceof ByteBuf buffer) {
                bytes.addAndGet(buffer.readableBytes());
            }
        }
    }
}
