package io.agentbay.reactive.internal.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import io.agentbay.reactive.config.CallOptions;
import io.agentbay.reactive.config.ClientOptions;
import io.agentbay.reactive.error.AgentBayException;
import io.agentbay.reactive.error.CallRejectedException;
import io.agentbay.reactive.error.DeadlineExceededException;
import io.agentbay.reactive.error.ErrorDetails;
import io.agentbay.reactive.error.InvalidRequestException;
import io.agentbay.reactive.error.ThrottledException;
import io.agentbay.reactive.error.TransportException;
import io.agentbay.reactive.error.TransportException.Phase;
import io.agentbay.reactive.error.UnavailableException;
import io.agentbay.reactive.error.UnexpectedResponseException;
import io.agentbay.reactive.internal.pipeline.ServiceCall.Group;
import io.agentbay.reactive.internal.transport.HttpAnswer;
import io.agentbay.reactive.observability.ClientMeter;
import io.agentbay.reactive.pipeline.ApiCall;
import io.agentbay.reactive.pipeline.ApiCall.Idempotency;
import io.agentbay.reactive.pipeline.CallFilter;
import io.micrometer.core.instrument.Gauge;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.BiFunction;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

class CallPipelineTests {

    private static final Duration HOUR = Duration.ofHours(1);

    @Test
    void anAnswerPasses() {
        var bench = Bench.of(n -> Bench.ok());
        assertThat(outcome(bench, bench.call(Idempotency.UNSAFE))).isEqualTo("ok");
        assertThat(bench.meters
                        .get(ClientMeter.CALLS.getName())
                        .tag("outcome", "success")
                        .timer()
                        .count())
                .isEqualTo(1);
    }

    @Test
    void nothingHappensBeforeSubscribe() {
        var bench = Bench.of(n -> Bench.ok());
        var unused = bench.call(Idempotency.READ);
        assertThat(bench.sent).hasValue(0);
    }

    @Test
    void aReadIsRepeatedUntilItSucceeds() {
        var bench = Bench.of(n -> n < 3 ? Bench.broken(Phase.RESPONSE, true) : Bench.ok());
        assertThat(outcome(bench, bench.call(Idempotency.READ))).isEqualTo("ok");
        assertThat(bench.sent).hasValue(3);
        assertThat(bench.meters.get(ClientMeter.ATTEMPTS.getName()).counter().count())
                .isEqualTo(3);
        assertThat(bench.meters.get(ClientMeter.RETRIES.getName()).counter().count())
                .isEqualTo(2);
    }

    @Test
    void attemptsHaveAnEndAndAreCounted() {
        var bench = Bench.of(n -> Bench.broken(Phase.RESPONSE, true));
        var error = (TransportException) outcome(bench, bench.call(Idempotency.IDEMPOTENT));
        assertThat(bench.sent).hasValue(3);
        assertThat(error.attempts()).isEqualTo(3);
        assertThat(error.operation()).isEqualTo("GetContext");
        assertThat(error.mayHaveHappened()).isTrue();
    }

    @ParameterizedTest
    @EnumSource(names = {"UNSAFE", "RECONCILE"})
    void whatIsUnsafeIsSentOnceWhenItMayHaveArrived(Idempotency idempotency) {
        var bench = Bench.of(n -> Bench.broken(Phase.RESPONSE, true));
        assertThat(outcome(bench, bench.call(idempotency))).isInstanceOf(TransportException.class);
        assertThat(bench.sent).hasValue(1);
    }

    @Test
    void whatSurelyNeverLeftIsRepeatedEvenIfUnsafe() {
        var bench = Bench.of(n -> n == 1 ? Bench.broken(Phase.CONNECT, false) : Bench.ok());
        assertThat(outcome(bench, bench.call(Idempotency.UNSAFE))).isEqualTo("ok");
        assertThat(bench.sent).hasValue(2);
    }

    @Test
    void whatIsReconciledIsRepeatedOnlyIfItNeverLeft() {
        var refused = Bench.of(n -> {
            throw new ThrottledException("slow", Duration.ofSeconds(1), 429, ErrorDetails.of("CreateMcpSession"));
        });
        assertThat(outcome(refused, refused.call(Idempotency.RECONCILE))).isInstanceOf(ThrottledException.class);
        assertThat(refused.sent).hasValue(1);

        var neverLeft = Bench.of(n -> n == 1 ? Bench.broken(Phase.CONNECT, false) : Bench.ok());
        assertThat(outcome(neverLeft, neverLeft.call(Idempotency.RECONCILE))).isEqualTo("ok");
    }

    @Test
    void anEarlierAttemptThatMayHaveHappenedIsNotForgotten() {
        var bench = Bench.of(n -> n == 1 ? Bench.broken(Phase.RESPONSE, true) : Bench.broken(Phase.CONNECT, false));
        var error = (AgentBayException) outcome(bench, bench.call(Idempotency.IDEMPOTENT));
        assertThat(error.mayHaveHappened()).isTrue();
    }

    @Test
    void aReadNeverMayHaveHappened() {
        var bench = Bench.of(n -> Bench.broken(Phase.BODY, true));
        var error = (AgentBayException) outcome(bench, bench.call(Idempotency.READ));
        assertThat(error.mayHaveHappened()).isFalse();
    }

    @Test
    void theServicesPauseIsKept() {
        var bench = Bench.of(n -> Bench.ok());
        var call = bench.call(Idempotency.UNSAFE, (answer, attempt) -> {
            if (attempt == 1) {
                throw new ThrottledException("slow", Duration.ofSeconds(7), 429, ErrorDetails.of("GetContext"));
            }
            return answer.text();
        });
        var seen = subscribe(call);
        bench.runtime.advance(Duration.ofMillis(6_999));
        assertThat(seen.get()).isNull();
        assertThat(bench.sent).hasValue(1);
        bench.runtime.advance(Duration.ofMillis(2));
        assertThat(seen.get()).isEqualTo("ok");
    }

    @Test
    void aRefusalByTheServiceIsNotRepeated() {
        var bench = Bench.of(n -> Bench.ok());
        assertThat(outcome(bench, bench.call(Idempotency.READ, failing("no"))))
                .isInstanceOf(InvalidRequestException.class);
        assertThat(bench.sent).hasValue(1);
    }

    @Test
    void anAnswerNobodyUnderstandsHasAType() {
        var bench = Bench.of(n -> Bench.ok());
        var error = outcome(bench, bench.call(Idempotency.UNSAFE, (answer, attempt) -> {
            throw new IllegalStateException("bug");
        }));
        assertThat(error).isInstanceOf(UnexpectedResponseException.class);
        assertThat(((AgentBayException) error).mayHaveHappened()).isTrue();
    }

    @Test
    void anAttemptHasItsTimeAndIsRepeated() {
        var bench = Bench.of(n -> n == 1 ? Mono.never() : Bench.ok());
        var seen = subscribe(bench.call(Idempotency.READ));
        bench.runtime.advance(Duration.ofSeconds(61));
        assertThat(seen.get()).isEqualTo("ok");
        assertThat(bench.active).hasValue(0);
    }

    @Test
    void aDeadlineOfTheCallCutsAttemptsAndPauses() {
        var bench = Bench.of(n -> Mono.never());
        var seen = subscribe(bench.call(Idempotency.UNSAFE)
                .contextWrite(CallOptions.deadline(Duration.ofSeconds(30)))
                .contextWrite(CallOptions.deadline(Duration.ofSeconds(5))));
        bench.runtime.advance(Duration.ofSeconds(5));
        assertThat(seen.get()).isInstanceOf(DeadlineExceededException.class);
        assertThat(((AgentBayException) seen.get()).mayHaveHappened()).isTrue();
        assertThat(bench.active).hasValue(0);
    }

    @Test
    void aDeadlineCoversAllCallsOfAComposite() {
        var bench = Bench.of(n -> Mono.never());
        var two = bench.call(Idempotency.READ).onErrorComplete().then(bench.call(Idempotency.READ));
        var seen = subscribe(two.contextWrite(CallOptions.deadline(Duration.ofSeconds(5))));
        bench.runtime.advance(Duration.ofSeconds(5));
        assertThat(seen.get()).isInstanceOf(DeadlineExceededException.class);
        assertThat(bench.sent).hasValueLessThanOrEqualTo(2);
    }

    @Test
    void aPauseBeyondTheDeadlineIsNotWaitedFor() {
        var bench = Bench.of(n -> Bench.ok());
        var call = bench.call(Idempotency.READ, (answer, attempt) -> {
            throw new ThrottledException("slow", HOUR, 429, ErrorDetails.of("GetContext"));
        });
        assertThat(subscribe(call).get()).isInstanceOf(ThrottledException.class);
    }

    @Test
    void callsBeyondTheLimitWaitTheirTurnAndTimeoutsGiveItBack() {
        var options =
                ClientOptions.defaults().resilience(r -> r.maxConcurrentCalls(3).maxAttempts(1));
        var bench = Bench.of(options, n -> Mono.never());
        for (int n = 0; n < 9; n++) {
            var unused = subscribe(bench.call(Idempotency.UNSAFE));
        }
        assertThat(bench.active).hasValue(3);
        bench.runtime.advance(HOUR);
        assertThat(bench.sent).hasValue(9);
        assertThat(bench.most).hasValue(3);
        assertThat(gauge(bench, ClientMeter.PERMITS_USED.getName())).isZero();
    }

    @Test
    void theRateIsKept() {
        var options = ClientOptions.defaults().resilience(r -> r.callsPerSecond(10));
        var bench = Bench.of(options, n -> Bench.ok());
        for (int n = 0; n < 50; n++) {
            var unused = subscribe(bench.call(Idempotency.READ));
        }
        bench.runtime.advance(Duration.ofSeconds(2));
        assertThat(bench.sent.get()).isBetween(20, 21);
        bench.runtime.advance(Duration.ofSeconds(3));
        assertThat(bench.sent).hasValue(50);
    }

    @Test
    void aCancelledWaiterLeavesItsPlaceToTheNext() {
        var options = ClientOptions.defaults().resilience(r -> r.maxConcurrentCalls(1));
        var bench = Bench.of(options, n -> Mono.never());
        var first = bench.call(Idempotency.READ).subscribe();
        var second = bench.call(Idempotency.READ).subscribe();
        var unused = subscribe(bench.call(Idempotency.READ));
        second.dispose();
        assertThat(gauge(bench, ClientMeter.PERMITS_WAITING.getName())).isEqualTo(1);
        first.dispose();
        assertThat(bench.sent).hasValue(2);
        assertThat(gauge(bench, ClientMeter.PERMITS_WAITING.getName())).isZero();
    }

    @Test
    void tooManyWaitersAreRejectedAndNotRepeated() {
        var options =
                ClientOptions.defaults().resilience(r -> r.maxConcurrentCalls(1).maxWaitingCalls(1));
        var bench = Bench.of(options, n -> Mono.never());
        var first = subscribe(bench.call(Idempotency.READ));
        var second = subscribe(bench.call(Idempotency.READ));
        var third = subscribe(bench.call(Idempotency.READ));
        assertThat(third.get())
                .isInstanceOfSatisfying(
                        CallRejectedException.class,
                        rejected ->
                                assertThat(rejected.reason()).isEqualTo(CallRejectedException.Reason.TOO_MANY_CALLS));
        assertThat(first.get()).isNull();
        assertThat(second.get()).isNull();
    }

    @Test
    void aLongQueueOfInstantAnswersNeedsNoDeepStack() {
        var options = ClientOptions.defaults().resilience(r -> r.maxConcurrentCalls(1));
        var bench = Bench.of(options, n -> n == 1 ? Mono.never() : Bench.ok());
        var first = bench.call(Idempotency.READ).subscribe();
        var seen = subscribe(Flux.range(0, 20_000)
                .flatMap(n -> bench.call(Idempotency.READ), 20_000)
                .count());
        first.dispose();
        assertThat(seen.get()).isEqualTo(20_000L);
        assertThat(bench.sent).hasValue(20_001);
    }

    @Test
    void theCircuitOpensForItsGroupAloneAndClosesAgain() {
        var options = ClientOptions.defaults().resilience(r -> r.maxAttempts(1));
        var bench = Bench.of(options, n -> n <= 20 ? Bench.broken(Phase.RESPONSE, true) : Bench.ok());
        for (int n = 0; n < 20; n++) {
            assertThat(subscribe(bench.call(Idempotency.READ)).get()).isInstanceOf(TransportException.class);
        }
        assertThat(subscribe(bench.call(Idempotency.READ)).get()).isInstanceOf(CallRejectedException.class);
        assertThat(bench.sent).hasValue(20);
        var other = Bench.call("GetSession", Group.SESSION, Idempotency.READ, (answer, attempt) -> answer.text());
        assertThat(subscribe(bench.pipeline.call(other)).get()).isEqualTo("ok");
        bench.runtime.advance(Duration.ofSeconds(11));
        assertThat(subscribe(bench.call(Idempotency.READ)).get()).isEqualTo("ok");
    }

    @Test
    void refusalsFullPoolsAndCancelsDoNotOpenTheCircuit() {
        var options = ClientOptions.defaults().resilience(r -> r.maxAttempts(1));
        var bench = Bench.of(options, n -> n % 2 == 1 ? Bench.broken(Phase.ACQUIRE, false) : Bench.ok());
        for (int n = 0; n < 60; n++) {
            assertThat(subscribe(bench.call(Idempotency.READ)).get()).isInstanceOf(TransportException.class);
            assertThat(subscribe(bench.call(Idempotency.READ, failing("no"))).get())
                    .isInstanceOf(InvalidRequestException.class);
        }
    }

    @Test
    void timeoutsOpenTheCircuitEvenIfTheCallersDeadlineCutThem() {
        var bench = Bench.of(n -> Mono.never());
        for (int n = 0; n < 20; n++) {
            var unused =
                    subscribe(bench.call(Idempotency.READ).contextWrite(CallOptions.deadline(Duration.ofSeconds(1))));
        }
        bench.runtime.advance(Duration.ofSeconds(2));
        assertThat(subscribe(bench.call(Idempotency.READ)).get()).isInstanceOf(CallRejectedException.class);
    }

    @Test
    void filtersStandWhereTheySayInTheOrderGiven() {
        var order = new ArrayList<String>();
        var bench = Bench.of(
                ClientOptions.defaults(),
                n -> n == 1 ? Bench.broken(Phase.CONNECT, false) : Bench.ok(),
                noting(order, "attempt", CallFilter.Stage.PER_ATTEMPT),
                noting(order, "outer", CallFilter.Stage.PER_CALL),
                noting(order, "inner", CallFilter.Stage.PER_CALL));
        assertThat(outcome(bench, bench.call(Idempotency.UNSAFE))).isEqualTo("ok");
        assertThat(order).containsExactly("outer 0", "inner 0", "attempt 1", "attempt 2");
    }

    @Test
    void pollsAreCountedAndHaveTheirOwnRate() {
        var options = ClientOptions.defaults().resilience(r -> r.pollsPerSecond(10));
        var bench = Bench.of(options, n -> Bench.ok());
        for (int n = 0; n < 20; n++) {
            var poll = Bench.call("GetContextInfo", Group.POLL, Idempotency.READ, (answer, attempt) -> answer.text());
            var unused = subscribe(bench.pipeline.call(poll));
        }
        assertThat(bench.meters.get(ClientMeter.POLLS.getName()).counter().count())
                .isEqualTo(1);
        assertThat(subscribe(bench.call(Idempotency.READ)).get()).isEqualTo("ok");
        bench.runtime.advance(Duration.ofSeconds(2));
        assertThat(bench.meters.get(ClientMeter.POLLS.getName()).counter().count())
                .isEqualTo(20);
    }

    @Test
    void cancelStopsEverythingAndIsMeasured() {
        var bench = Bench.of(n -> Mono.never());
        var running = bench.call(Idempotency.UNSAFE).subscribe();
        running.dispose();
        assertThat(bench.active).hasValue(0);
        assertThat(gauge(bench, ClientMeter.PERMITS_USED.getName())).isZero();
        assertThat(bench.meters
                        .get(ClientMeter.CALLS.getName())
                        .tag("outcome", "cancelled")
                        .timer()
                        .count())
                .isEqualTo(1);
    }

    @Test
    void anOpeningOfADownloadHasItsTime() {
        var bench = Bench.of(n -> Bench.ok());
        var seen = subscribe(bench.pipeline.get(() -> {
            throw new UnavailableException("down", 503, ErrorDetails.of("GET"));
        }));
        assertThat(seen.get()).isInstanceOf(UnavailableException.class);
    }

    private static BiFunction<HttpAnswer, Integer, String> failing(String words) {
        return (answer, attempt) -> {
            throw new InvalidRequestException(words, 400, ErrorDetails.of("GetContext"));
        };
    }

    private static CallFilter noting(List<String> order, String name, CallFilter.Stage stage) {
        return new CallFilter() {
            @Override
            public Stage stage() {
                return stage;
            }

            @Override
            public <T> Mono<T> filter(ApiCall<T> call, Next next) {
                order.add(name + " " + call.attempt());
                return next.proceed(call);
            }
        };
    }

    private static double gauge(Bench bench, String name) {
        return bench.meters.get(name).gauges().stream()
                .mapToDouble(Gauge::value)
                .sum();
    }

    private static <T> AtomicReference<Object> subscribe(Mono<T> call) {
        var seen = new AtomicReference<Object>();
        call.subscribe(seen::set, seen::set);
        return seen;
    }

    private static Object outcome(Bench bench, Mono<?> call) {
        var seen = subscribe(call);
        bench.runtime.advance(Duration.ofSeconds(30));
        return seen.get();
    }
}
