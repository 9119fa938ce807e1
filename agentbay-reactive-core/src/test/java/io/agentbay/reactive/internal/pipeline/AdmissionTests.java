package io.agentbay.reactive.internal.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import io.agentbay.reactive.internal.pipeline.ServiceCall.Group;
import io.agentbay.reactive.pipeline.ApiCall.Idempotency;
import io.agentbay.reactive.stub.VirtualRuntime;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Mono;
import reactor.core.publisher.Sinks;

class AdmissionTests {

    private static final ServiceCall<String> CALL =
            Bench.call("GetContext", Group.CONTEXT, Idempotency.READ, (answer, attempt) -> answer.text());

    private final Admission admission = new Admission(new VirtualRuntime(), 1, 10, 0);

    @Test
    void oneWhoThrowsPastReactorDoesNotHoldUpTheOthers() {
        Sinks.Empty<Void> first = Sinks.empty();
        List<Throwable> dropped = new ArrayList<>();
        Consumer<Throwable> hook = dropped::add;
        List<String> served = new ArrayList<>();
        admission.admit(CALL, first.asMono()).subscribe();
        admission
                .admit(CALL, Mono.defer(() -> {
                    throw new NoClassDefFoundError("planted");
                }))
                .contextWrite(context -> context.put("reactor.onErrorDropped.local", hook))
                .subscribe();
        admission.admit(CALL, Mono.just("third")).subscribe(served::add);
        first.tryEmitEmpty();
        assertThat(served).containsExactly("third");
        assertThat(admission.inside()).isZero();
        assertThat(dropped).hasSize(1).first().isInstanceOf(NoClassDefFoundError.class);
    }
}
