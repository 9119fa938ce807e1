package io.agentbay.reactive.local.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.netty.buffer.Unpooled;
import io.netty.channel.embedded.EmbeddedChannel;
import io.netty.handler.codec.http.websocketx.CloseWebSocketFrame;
import io.netty.handler.codec.http.websocketx.WebSocket13FrameDecoder;
import io.netty.handler.codec.http.websocketx.WebSocketDecoderConfig;
import java.io.IOException;
import org.junit.jupiter.api.Test;

class BrokenFramesTests {

    private final EmbeddedChannel channel = new EmbeddedChannel(
            new WebSocket13FrameDecoder(
                    WebSocketDecoderConfig.newBuilder().expectMaskedFrames(true).build()),
            new BrokenFrames());

    @Test
    void aFrameThatIsNoneEndsTheConnectionWithAReasonAndIsNoErrorForAnybody() {
        channel.writeInbound(Unpooled.wrappedBuffer(new byte[] {(byte) 0x81, 0x05, 'p', 'l', 'a', 'i', 'n'}));

        channel.checkException();
        CloseWebSocketFrame reason = channel.readOutbound();
        assertThat(reason.statusCode()).isEqualTo(1002);
        reason.release();
        channel.releaseOutbound();
        assertThat(channel.isOpen()).isFalse();
    }

    @Test
    void everyOtherErrorGoesOn() {
        channel.pipeline().fireExceptionCaught(new IOException("reset"));

        assertThatThrownBy(channel::checkException).hasMessageContaining("reset");
        channel.finishAndReleaseAll();
    }
}
