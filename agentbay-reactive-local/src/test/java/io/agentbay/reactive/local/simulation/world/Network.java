package io.agentbay.reactive.local.simulation.world;

import io.agentbay.reactive.internal.transport.Download;
import io.agentbay.reactive.internal.transport.DownloadCall;
import io.agentbay.reactive.internal.transport.HttpAnswer;
import io.agentbay.reactive.internal.transport.HttpCall;
import io.agentbay.reactive.internal.transport.Transport;
import io.agentbay.reactive.internal.transport.Upload;
import io.agentbay.reactive.local.core.ObjectDownload;
import io.agentbay.reactive.local.core.ServiceError;
import io.agentbay.reactive.local.core.ServiceReply;
import io.agentbay.reactive.local.simulation.fault.Fate;
import io.agentbay.reactive.local.simulation.fault.Weather;
import io.agentbay.reactive.local.simulation.history.History;
import io.agentbay.reactive.local.simulation.world.Timeline.Event;
import io.agentbay.reactive.local.simulation.world.Timeline.Life;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

/** The network between one client and the service, in memory: it delays, loses, repeats and garbles. */
final class Network implements Transport {

    private static final byte[] NOT_JSON = "<html>502 Bad Gateway</html>".getBytes(StandardCharsets.US_ASCII);

    private final Timeline timeline;
    private final Weather weather;
    private final History history;
    private final Service service;
    private final Life client;
    private final Life wire;
    private int open;

    Network(Timeline timeline, Weather weather, History history, Service service, Life client) {
        this.timeline = timeline;
        this.weather = weather;
        this.history = history;
        this.service = service;
        this.client = client;
        this.wire = new Life("network", false);
    }

    /** Exchanges whose caller waits. */
    int open() {
        return open;
    }

    @Override
    public Mono<HttpAnswer> exchange(HttpCall call) {
        return Mono.create(sink -> {
            var action = action(call);
            var run = new ExchangeRun<HttpAnswer>(
                    action, sink, () -> answer(call, action), answer -> answer, Network::garbled);
            run.begin();
        });
    }

    private static String action(HttpCall call) {
        return call.headers().getOrDefault("x-acs-action", call.uri().getPath());
    }

    private @Nullable HttpAnswer answer(HttpCall call, String action) {
        var fields = new HashMap<>(call.query());
        if (call.form() != null) {
            fields.putAll(call.form());
        }
        fields.values().removeIf(String::isEmpty);
        var reply = service.handle(client.name(), action, fields);
        return reply == null ? null : answer(reply);
    }

    private static HttpAnswer answer(ServiceReply reply) {
        return new HttpAnswer(reply.status(), Map.of("content-type", "application/json"), reply.json("r"));
    }

    private static HttpAnswer garbled() {
        return new HttpAnswer(200, Map.of("content-type", "text/html"), NOT_JSON);
    }

    private static HttpAnswer refusal(ServiceError error) {
        return answer(ServiceReply.error(error.status(), error.code(), error.text()));
    }

    private static HttpAnswer refusal(int status, String code) {
        return answer(ServiceReply.error(status, code, "Request was denied: " + code + "."));
    }

    @Override
    public Mono<HttpAnswer> put(Upload upload) {
        return upload.bytes()
                .collect(ByteArrayOutputStream::new, Network::append)
                .flatMap(bytes -> Mono.create(sink -> new ExchangeRun<HttpAnswer>(
                                "PUT",
                                sink,
                                () -> stored(upload, bytes.toByteArray()),
                                answer -> answer,
                                Network::garbled)
                        .begin()));
    }

    private static void append(ByteArrayOutputStream all, ByteBuffer piece) {
        var bytes = new byte[piece.remaining()];
        piece.get(bytes);
        all.writeBytes(bytes);
    }

    private @Nullable HttpAnswer stored(Upload upload, byte[] content) {
        if (content.length != upload.length()) {
            return refusal(400, "IncompleteBody");
        }
        try {
            var etag = service.put(client.name(), upload.uri().toString(), content);
            return etag == null ? null : new HttpAnswer(200, Map.of("etag", '"' + etag + '"'), new byte[0]);
        } catch (ServiceError refused) {
            return refusal(refused);
        } catch (IOException e) {
            return refusal(500, "InternalError");
        }
    }

    @Override
    public Mono<Download> get(DownloadCall call) {
        return Mono.create(sink -> new ExchangeRun<Download>(
                        "GET",
                        sink,
                        () -> opened(call),
                        SimulatedDownload::refused,
                        () -> SimulatedDownload.refused(garbled()))
                .begin());
    }

    private @Nullable Download opened(DownloadCall call) {
        try (ObjectDownload open = service.get(call.uri().toString())) {
            if (open == null) {
                return null;
            }
            var cut = weather.breaksOff(weather.exchange(client.name(), "body"));
            return SimulatedDownload.of(open, call.headers(), cut, new SimulatedScheduler(timeline, client));
        } catch (ServiceError refused) {
            return SimulatedDownload.refused(refusal(refused));
        } catch (IOException e) {
            return SimulatedDownload.refused(refusal(500, "InternalError"));
        }
    }

    @Override
    public Mono<Void> close() {
        return Mono.empty();
    }

    /** Begins, decides and ends one exchange. */
    private final class ExchangeRun<T> {
        private final String action;
        private final String name;
        private final reactor.core.publisher.MonoSink<T> sink;
        private final java.util.function.Supplier<@Nullable T> work;
        private final java.util.function.Function<HttpAnswer, T> refused;
        private final java.util.function.Supplier<T> garbled;
        private final Fate fate;
        private boolean gone;
        private @Nullable Event coming;

        ExchangeRun(
                String action,
                reactor.core.publisher.MonoSink<T> sink,
                java.util.function.Supplier<@Nullable T> work,
                java.util.function.Function<HttpAnswer, T> refused,
                java.util.function.Supplier<T> garbled) {
            this.action = action;
            this.sink = sink;
            this.work = work;
            this.refused = refused;
            this.garbled = garbled;
            this.name = weather.exchange(client.name(), action);
            this.fate = weather.fate(name);
        }

        void begin() {
            open++;
            sink.onDispose(this::end);
            if (fate != Fate.FINE) {
                history.note("  " + name + " is " + fate);
                history.count("fault " + fate.name().toLowerCase(Locale.ROOT));
            }
            long way = weather.delay(name, "there");
            if (fate == Fate.NO_CONNECTION) {
                coming = timeline.plan(way, client, () -> fail(Broken.noConnection(action)));
            } else {
                timeline.plan(way, wire, this::arrive);
            }
        }

        private void end() {
            open--;
            gone = true;
            if (coming != null) {
                coming.giveUp();
            }
        }

        /** A request given up on its way may arrive or not. */
        private void arrive() {
            if (gone && !weather.arrivesAnyway(name)) {
                return;
            }
            if (!fate.works()) {
                back(() -> unworked());
                return;
            }
            T answer = work();
            if (fate == Fate.TWICE) {
                timeline.plan(isCreate() ? 0 : weather.again(name), wire, this::work);
            }
            back(() -> worked(answer));
        }

        private @Nullable T work() {
            history.note("  " + name);
            return work.get();
        }

        private void back(Runnable end) {
            if (!gone) {
                coming = timeline.plan(weather.delay(name, "back"), client, end);
            }
        }

        private void unworked() {
            switch (fate) {
                case REFUSED -> sink.success(refused.apply(refusal(503, "ServiceUnavailable")));
                case THROTTLED -> sink.success(refused.apply(refusal(429, "Throttling.User")));
                case SILENT_BEFORE -> silent();
                default -> fail(Broken.noAnswer(action));
            }
        }

        private void worked(@Nullable T answer) {
            if (answer == null) {
                fail(Broken.noAnswer(action));
                return;
            }
            switch (fate) {
                case FAILED_AFTER -> sink.success(refused.apply(refusal(500, "InternalError")));
                case GARBAGE -> sink.success(garbled.get());
                case HALF -> fail(Broken.half(action));
                case LOST_AFTER -> fail(Broken.noAnswer(action));
                case TWICE -> twice(answer);
                case SILENT_AFTER -> silent();
                default -> sink.success(answer);
            }
        }

        private boolean isCreate() {
            return action.equals("CreateMcpSession");
        }

        /** Only who got no answer sends a request once more, so there is none to one that must not be sent twice. */
        private void twice(T answer) {
            if (isCreate()) {
                fail(Broken.noAnswer(action));
            } else {
                sink.success(answer);
            }
        }

        /** Only the caller's own patience ends this; at last the connection does. */
        private void silent() {
            coming = timeline.plan(Weather.SILENCE.toNanos(), client, () -> fail(Broken.noAnswer(action)));
        }

        private void fail(Throwable error) {
            if (!gone) {
                sink.error(error);
            }
        }
    }
}
