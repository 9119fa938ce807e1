package io.agentbay.reactive.checks;

import static org.assertj.core.api.Assertions.assertThat;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.UnpooledByteBufAllocator;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Isolated;
import reactor.core.publisher.Operators;
import reactor.util.context.Context;

@Isolated("what it plants would fail a class that ends meanwhile")
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
    void anUncaughtExceptionIsFound() throws InterruptedException {
        var thread = new Thread(() -> {
            throw new IllegalStateException("nobody catches");
        });
        thread.start();
        thread.join();

        assertThat(Findings.take()).singleElement().asString().contains(thread.getName(), "nobody catches");
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
