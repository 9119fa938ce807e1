package io.agentbay.reactive.stub;

import io.agentbay.reactive.internal.pipeline.CallPipeline;
import io.agentbay.reactive.internal.pipeline.ServiceCall;
import io.agentbay.reactive.internal.transport.Download;
import io.agentbay.reactive.internal.transport.DownloadCall;
import io.agentbay.reactive.internal.transport.HttpAnswer;
import io.agentbay.reactive.internal.transport.HttpCall;
import io.agentbay.reactive.internal.transport.Socket;
import io.agentbay.reactive.internal.transport.SocketCall;
import io.agentbay.reactive.internal.transport.Upload;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import reactor.core.publisher.Mono;

/** A pipeline without stages and without a network: records each call and answers by a function, at its first attempt. */
public final class FakePipeline implements CallPipeline {
    public final List<ServiceCall<?>> calls = new CopyOnWriteArrayList<>();
    public final List<HttpCall> requests = new CopyOnWriteArrayList<>();
    private final Function<HttpCall, Mono<HttpAnswer>> script;

    private FakePipeline(Function<HttpCall, Mono<HttpAnswer>> script) {
        this.script = script;
    }

    /** Answers everything with these in turn; the last one repeats. */
    public static FakePipeline answering(Answer... answers) {
        int[] next = {0};
        return new FakePipeline(call -> Mono.just(toHttp(answers[Math.min(next[0]++, answers.length - 1)])));
    }

    /** Answers by a function of the request. */
    public static FakePipeline answering(Function<HttpCall, Mono<HttpAnswer>> script) {
        return new FakePipeline(script);
    }

    public static HttpAnswer toHttp(Answer answer) {
        Map<String, String> headers = answer.headers().entrySet().stream()
                .collect(Collectors.toMap(e -> e.getKey().toLowerCase(Locale.ROOT), Map.Entry::getValue));
        return new HttpAnswer(answer.status(), headers, answer.body());
    }

    @Override
    public <T> Mono<T> call(ServiceCall<T> call) {
        return Mono.defer(() -> {
            var request = call.request().get();
            calls.add(call);
            requests.add(request);
            return script.apply(request).map(answer -> call.reader().apply(answer, 1));
        });
    }

    @Override
    public Mono<HttpAnswer> put(Supplier<Upload> upload) {
        throw new UnsupportedOperationException("This test sends no files");
    }

    @Override
    public Mono<Download> get(Supplier<DownloadCall> call) {
        throw new UnsupportedOperationException("This test gets no files");
    }

    @Override
    public Mono<Socket> open(Supplier<SocketCall> call) {
        throw new UnsupportedOperationException("This test opens no WebSockets");
    }
}
