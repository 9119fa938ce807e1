package io.agentbay.reactive.local.simulation.world;

import io.agentbay.reactive.internal.transport.Download;
import io.agentbay.reactive.internal.transport.HttpAnswer;
import io.agentbay.reactive.local.core.ObjectDownload;
import io.agentbay.reactive.local.core.ServiceError;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.regex.Pattern;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Scheduler;

/** An opened object: one version, whole or from some byte on, as the front sends it; perhaps cut. */
record SimulatedDownload(int status, Map<String, String> headers, byte[] content, boolean cut, Scheduler timer)
        implements Download {

    private static final Pattern RANGE = Pattern.compile("bytes=(\\d+)-");
    private static final int PIECE = 700;
    private static final Duration PAUSE = Duration.ofMillis(3);

    static SimulatedDownload of(ObjectDownload open, Map<String, String> asked, boolean cut, Scheduler timer)
            throws IOException {
        var whole = Service.bytes(open);
        var etag = '"' + open.object().etag() + '"';
        var names = new HashMap<String, String>();
        asked.forEach((name, value) -> names.put(name.toLowerCase(java.util.Locale.ROOT), value));
        var range = RANGE.matcher(names.getOrDefault("range", ""));
        var condition = names.getOrDefault("if-range", etag);
        int from = range.matches() && condition.equals(etag) ? Integer.parseInt(range.group(1)) : 0;
        if (from > 0 && from >= whole.length) {
            throw new ServiceError(416, "InvalidRange", "The range begins behind the last byte.");
        }
        var part = Arrays.copyOfRange(whole, from, whole.length);
        var headers = new HashMap<String, String>();
        headers.put("etag", etag);
        headers.put("content-length", Integer.toString(part.length));
        if (from > 0) {
            headers.put("content-range", "bytes " + from + "-" + (whole.length - 1) + "/" + whole.length);
        }
        return new SimulatedDownload(from > 0 ? 206 : 200, headers, part, cut, timer);
    }

    static Download refused(HttpAnswer answer) {
        return new SimulatedDownload(
                answer.status(), answer.headers(), answer.body(), false, reactor.core.scheduler.Schedulers.immediate());
    }

    @Override
    public Long length() {
        return (long) content.length;
    }

    @Override
    public Flux<ByteBuffer> body() {
        if (content.length <= PIECE && !cut) {
            return Flux.just(ByteBuffer.wrap(content));
        }
        int end = cut ? content.length / 2 : content.length;
        int pieces = (end + PIECE - 1) / PIECE;
        return Flux.range(0, pieces)
                .concatMap(n -> Mono.delay(PAUSE, timer)
                        .map(late -> ByteBuffer.wrap(
                                Arrays.copyOfRange(content, n * PIECE, Math.min(end, (n + 1) * PIECE)))))
                .concatWith(cut ? Mono.error(Broken.half("GET")) : Mono.empty());
    }

    @Override
    public Mono<Void> release() {
        return Mono.empty();
    }
}
