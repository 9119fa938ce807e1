package io.agentbay.reactive.local.observability;

import static org.assertj.core.api.Assertions.assertThat;

import io.agentbay.reactive.event.Operation;
import io.agentbay.reactive.event.OperationEvent;
import io.agentbay.reactive.event.Progress.Phase;
import io.agentbay.reactive.local.AgentBayLocal;
import io.agentbay.reactive.observability.ClientObservation;
import io.micrometer.common.KeyValue;
import io.micrometer.observation.Observation;
import io.micrometer.observation.ObservationHandler;
import io.micrometer.observation.contextpropagation.ObservationThreadLocalAccessor;
import io.micrometer.observation.tck.TestObservationRegistry;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import reactor.core.publisher.Sinks;

/** What a tracer sees of one persist: the operations in it, their phases and their calls, each below its parent. */
class PersistTraceHttpTests {

    @TempDir
    Path data;

    private final Queue<Observation.Context> ended = new ConcurrentLinkedQueue<>();
    private final TestObservationRegistry registry = registry(ended);

    @Test
    void theTraceOfAPersistShowsItsPhasesAndCalls() {
        var request = Observation.start("request", registry);
        try (var local = AgentBayLocal.start(data);
                var client = local.clientBuilder().observationRegistry(registry).build()) {
            new Work(client)
                    .inSession(
                            "traced",
                            session -> session.sync()
                                    .persist(Work.MOUNT + "/a.txt", "content")
                                    .contextWrite(context -> context.put(ObservationThreadLocalAccessor.KEY, request)))
                    .block(Duration.ofMinutes(1));
        }
        request.stop();
        var persist = only(operations("persist"));
        assertThat(parent(persist)).isEqualTo(request.getContext());
        assertThat(phases(persist)).containsExactly("planning", "transferring", "confirming");
        var upload = only(operations("upload").stream()
                .filter(one -> persist.equals(parent(one)))
                .toList());
        // A slow machine may find by comparing that all is there before it is confirmed.
        assertThat(phases(upload))
                .containsSubsequence("planning", "triggered", "queued")
                .endsWith("verifying");
        assertThat(calls(upload)).contains("SyncContext", "CallMcpTool");
        assertThat(calls(persist)).isNotEmpty();
        assertThat(upload.getHighCardinalityKeyValue("agentbay.path").getValue())
                .isEqualTo(Work.MOUNT);
    }

    @Test
    void noIdIsALowCardinalityTag() {
        try (var local = AgentBayLocal.start(data);
                var client = local.clientBuilder().observationRegistry(registry).build()) {
            new Work(client).persist("traced").block(Duration.ofMinutes(1));
        }
        var names = ended.stream()
                .filter(one -> one.getName().startsWith("agentbay."))
                .flatMap(one -> one.getLowCardinalityKeyValues().stream())
                .map(KeyValue::getKey)
                .collect(Collectors.toSet());
        assertThat(names).isSubsetOf(Set.of("action", "kind", "phase", "reactor.status", "reactor.type", "error"));
        assertThat(ended)
                .flatExtracting(one -> one.getLowCardinalityKeyValues().stream()
                        .map(KeyValue::getValue)
                        .toList())
                .doesNotContain(Work.MOUNT, "traced")
                .noneMatch(value -> value.toString().startsWith("s-"));
    }

    @Test
    void whatIsCancelledEndsItsSpans() {
        Sinks.Empty<Void> transferring = Sinks.empty();
        try (var local = AgentBayLocal.start(data);
                var client = local.clientBuilder().observationRegistry(registry).build()) {
            new Work(client)
                    .inSession(
                            "traced",
                            session -> session.sync()
                                    .persist(Work.MOUNT + "/a.txt", "content")
                                    .contextWrite(OperationEvent.listener(event -> tellOf(event, transferring)))
                                    .takeUntilOther(transferring.asMono()))
                    .block(Duration.ofMinutes(1));
        }
        assertThat(operations("persist")).hasSize(1);
        assertThat(phases(operations("persist").get(0))).startsWith("planning", "transferring");
    }

    private static void tellOf(OperationEvent event, Sinks.Empty<Void> transferring) {
        if (event.operation().kind() == Operation.Kind.PERSIST
                && event.progress().phase() == Phase.TRANSFERRING) {
            transferring.tryEmitEmpty();
        }
    }

    private List<Observation.Context> operations(String kind) {
        return ended.stream()
                .filter(one -> one.getName().equals(ClientObservation.OPERATION.getName()))
                .filter(one -> kind.equals(one.getContextualName()))
                .toList();
    }

    private List<String> phases(Observation.Context operation) {
        return below(operation, ClientObservation.PHASE);
    }

    private List<String> calls(Observation.Context operation) {
        return below(operation, ClientObservation.CALL).stream()
                .map(name -> name.replace("agentbay ", ""))
                .toList();
    }

    private List<String> below(Observation.Context operation, ClientObservation what) {
        return ended.stream()
                .filter(one -> one.getName().equals(what.getName()) && operation.equals(parent(one)))
                .map(one -> Objects.requireNonNull(one.getContextualName()))
                .toList();
    }

    private static Object parent(Observation.Context one) {
        var parent = one.getParentObservation();
        return parent == null ? "none" : parent.getContextView();
    }

    private static Observation.Context only(List<Observation.Context> all) {
        assertThat(all).hasSize(1);
        return all.get(0);
    }

    private static TestObservationRegistry registry(Queue<Observation.Context> ended) {
        var made = TestObservationRegistry.create();
        made.observationConfig().observationHandler(new ObservationHandler<>() {
            @Override
            public void onStop(Observation.Context context) {
                ended.add(context);
            }

            @Override
            public boolean supportsContext(Observation.Context context) {
                return true;
            }
        });
        return made;
    }
}
