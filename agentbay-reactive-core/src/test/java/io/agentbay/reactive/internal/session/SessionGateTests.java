package io.agentbay.reactive.internal.session;

import static org.assertj.core.api.Assertions.assertThat;

import io.agentbay.reactive.error.ClosedException;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Mono;
import reactor.core.publisher.Sinks;

class SessionGateTests {

    private final SessionGate gate = new SessionGate("session s-1");
    private final Sinks.One<String> work = Sinks.one();

    @Test
    void drainsOnceTheLastIsOut() {
        var other = Sinks.<String>one();
        Outcome.of(gate.pass(work.asMono()));
        var cancelled = Outcome.of(gate.pass(other.asMono()));
        var drained = Outcome.of(gate.closeAndDrain());
        cancelled.cancel();
        assertThat(drained.open()).isTrue();
        work.tryEmitValue("done");
        assertThat(drained.completed).isTrue();
    }

    @Test
    void refusesWhileClosedAndLetsInAgain() {
        gate.close();
        assertThat(Outcome.of(gate.pass(Mono.just("x"))).error)
                .isInstanceOf(ClosedException.class)
                .hasMessageContaining("s-1");
        gate.reopen();
        assertThat(Outcome.of(gate.pass(Mono.just("x"))).value).isEqualTo("x");
    }

    @Test
    void workInsideWorkIsNeverRefused() {
        var inner = gate.pass(Mono.just("inner"));
        var outer = Outcome.of(gate.pass(work.asMono().then(inner)));
        var drained = Outcome.of(gate.closeAndDrain());
        work.tryEmitValue("first");
        assertThat(outer.value).isEqualTo("inner");
        assertThat(drained.completed).isTrue();
    }

    @Test
    void whatClosingDoesIsNotWaitedFor() {
        var drained = Outcome.of(gate.closeAndDrain().then(gate.inside(gate.pass(Mono.just("upload")))));
        assertThat(drained.value).isEqualTo("upload");
    }
}
