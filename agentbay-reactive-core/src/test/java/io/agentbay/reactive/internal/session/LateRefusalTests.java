package io.agentbay.reactive.internal.session;

import static org.assertj.core.api.Assertions.assertThat;

import io.agentbay.reactive.session.Session;
import io.agentbay.reactive.session.SessionRequest;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.publisher.Operators;
import reactor.core.publisher.Sinks;
import reactor.util.context.Context;

/** Work that is on its way while a cancel passes it meets a session that is ending, and nobody to tell. */
class LateRefusalTests {

    private static final SessionRequest REQUEST = Bench.request(Bench.ON_DEMAND);

    private final Bench bench = new Bench();
    private final List<Throwable> dropped = new ArrayList<>();
    private final List<String> called = new ArrayList<>();
    private final Sinks.One<String> answer = Sinks.one();

    LateRefusalTests() {
        bench.onTool = tool -> Mono.<String>never().doOnSubscribe(begun -> called.add(tool));
    }

    @Test
    void aStepWhileTheCancelIsOnItsWayIsNotRefused() {
        cancelled(bench.sessions.use(
                REQUEST,
                session -> Mono.zip(onAnswer(session), answeringACancel()).then()));
        assertThat(called).containsExactly("write_file");
        assertThat(dropped).isEmpty();
        assertThat(bench.wire.deleted).containsExactly("s-1");
    }

    @Test
    void ofManyToo() {
        cancelled(bench.sessions
                .useMany(REQUEST, session -> Flux.zip(onAnswer(session), answeringACancel()))
                .then());
        assertThat(called).containsExactly("write_file");
        assertThat(dropped).isEmpty();
        assertThat(bench.wire.deleted).containsExactly("s-1");
    }

    @Test
    void aStepAfterTheCancelIsRefusedQuietly() {
        cancelled(bench.sessions.use(REQUEST, session -> onAnswer(session).then()));
        answer.tryEmitValue("late");
        assertThat(called).isEmpty();
        assertThat(dropped).isEmpty();
    }

    @Test
    void aStepOfManyAfterTheCancelToo() {
        cancelled(bench.sessions
                .useMany(REQUEST, session -> onAnswer(session).flux())
                .then());
        answer.tryEmitValue("late");
        assertThat(called).isEmpty();
        assertThat(dropped).isEmpty();
    }

    @Test
    void whatElseIsDroppedIsTold() {
        var error = new IllegalStateException("of the application");
        Outcome.of(heard(bench.sessions.use(
                REQUEST,
                session -> Mono.deferContextual(context -> {
                    Operators.onErrorDropped(error, Context.of(context));
                    return Mono.empty();
                }))));
        bench.settle();
        assertThat(dropped).containsExactly(error);
    }

    /** Writes once there is an answer; the reduction drops an error after its cancel. */
    private Mono<StringBuilder> onAnswer(Session session) {
        return heedless()
                .flatMapMany(text -> Bench.write(session))
                .reduceWith(StringBuilder::new, StringBuilder::append);
    }

    /** As a signal is that another thread was handing over when the cancel came. */
    private Mono<String> heedless() {
        return Mono.fromDirect(subscriber -> {
            subscriber.onSubscribe(Operators.emptySubscription());
            Outcome.of(answer.asMono().doOnNext(text -> {
                subscriber.onNext(text);
                subscriber.onComplete();
            }));
        });
    }

    private Mono<String> answeringACancel() {
        return Mono.<String>never().doOnCancel(() -> answer.tryEmitValue("in time"));
    }

    private void cancelled(Mono<?> work) {
        var outcome = Outcome.of(heard(work));
        bench.advance(Duration.ofSeconds(5));
        outcome.cancel();
        bench.settle();
    }

    private <T> Mono<T> heard(Mono<T> work) {
        Consumer<Throwable> hook = dropped::add;
        return work.contextWrite(context -> context.put("reactor.onErrorDropped.local", hook));
    }
}
