package io.agentbay.reactive.checks;

import static org.assertj.core.api.Assertions.assertThat;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.UnpooledByteBufAllocator;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Operators;
import reactor.util.context.Context;

class GateTests {

    @Test
    void aLeakedBufferIsFound() {
        leak();

        List<String> found = new ArrayList<>();
        for (int tries = 0; tries < 50 && found.isEmpty(); tries++) {
            Gate.provoke();
            found.addAll(Findings.take());
        }

        assertThat(found).isNotEmpty().allSatisfy(finding -> assertThat(finding).startsWith("Leaked "));
    }

    @Test
    void aDroppedErrorIsFound() {
        Operators.onErrorDropped(new IllegalStateException("nobody listens"), Context.empty());

        assertThat(Findings.take()).singleElement().asString().contains("nobody listens");
    }

    @Test
    void blockingOnAThreadThatMustNotBlockIsCaught() {
        assertThat(SelfCheck.blocking()).hasMessageContaining("Blocking call!");
    }

    private static void leak() {
        ByteBuf lost = UnpooledByteBufAllocator.DEFAULT.buffer(16);
        lost.writeByte(1);
    }
}
