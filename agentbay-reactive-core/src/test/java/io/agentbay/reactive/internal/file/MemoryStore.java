package io.agentbay.reactive.internal.file;

import io.agentbay.reactive.error.ErrorDetails;
import io.agentbay.reactive.error.TransportException;
import io.agentbay.reactive.internal.pipeline.CallPipeline;
import io.agentbay.reactive.internal.pipeline.ServiceCall;
import io.agentbay.reactive.internal.transport.Download;
import io.agentbay.reactive.internal.transport.DownloadCall;
import io.agentbay.reactive.internal.transport.HttpAnswer;
import io.agentbay.reactive.internal.transport.Socket;
import io.agentbay.reactive.internal.transport.SocketCall;
import io.agentbay.reactive.internal.transport.Upload;
import io.agentbay.reactive.internal.wire.ContextWire;
import io.agentbay.reactive.internal.wire.FileUrl;
import io.agentbay.reactive.internal.wire.Page;
import java.io.ByteArrayOutputStream;
import java.net.URI;
import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** The objects of one context in memory, behind signed URLs. */
class MemoryStore implements ContextWire, CallPipeline {

    private static final Map<String, String> PAGE = Map.of("content-type", "text/html; charset=utf-8");
    private static final byte[] PAGE_TEXT = "<html>Please log in</html>".getBytes(StandardCharsets.UTF_8);

    final Map<String, byte[]> objects = new ConcurrentSkipListMap<>();
    final List<String> journal = new CopyOnWriteArrayList<>();

    /** Answers to the next PUTs and GETs, before the store does anything. */
    final Deque<Integer> statuses = new ArrayDeque<>();

    /** After how many bytes each of the next bodies breaks. */
    final Deque<Integer> breaks = new ArrayDeque<>();

    /** What happens to the store when a body broke. */
    Runnable onBreak = () -> {};

    /** How many of the next PUTs and GETs something on the way answers with a web page, as if all were well. */
    int webPages;

    boolean etags = true;

    /** Whether ETags are MD5, as object storages make them of what was put at once. */
    boolean md5Tags;

    /** The check sum the store says of what it got or gives; null for none. */
    @Nullable
    String sum;

    List<FileData> listing = List.of();

    @Override
    public Mono<FileUrl> uploadUrl(String contextId, String path) {
        return Mono.fromSupplier(() -> url("uploadUrl", path));
    }

    @Override
    public Mono<FileUrl> downloadUrl(String contextId, String path) {
        return Mono.fromSupplier(() -> url("downloadUrl", path));
    }

    private FileUrl url(String kind, String path) {
        journal.add(kind);
        return new FileUrl(
                URI.create("https://store.example/?key=" + URLEncoder.encode(path, StandardCharsets.UTF_8)), null);
    }

    private static String key(URI uri) {
        return URLDecoder.decode(uri.getRawQuery().substring("key=".length()), StandardCharsets.UTF_8);
    }

    @Override
    public Mono<HttpAnswer> put(Supplier<Upload> upload) {
        return Mono.defer(() -> {
            journal.add("PUT");
            if (webPages-- > 0) {
                return Mono.just(new HttpAnswer(200, PAGE, PAGE_TEXT));
            }
            var call = upload.get();
            var status = statuses.isEmpty() ? 200 : statuses.poll();
            return call.bytes()
                    .reduceWith(ByteArrayOutputStream::new, MemoryStore::add)
                    .doOnNext(bytes -> keep(status, call, bytes.toByteArray()))
                    .thenReturn(new HttpAnswer(status, sums(), new byte[0]));
        });
    }

    private void keep(int status, Upload call, byte[] bytes) {
        if (status == 200) {
            objects.put(key(call.uri()), bytes);
        }
    }

    private static ByteArrayOutputStream add(ByteArrayOutputStream all, ByteBuffer buffer) {
        var bytes = new byte[buffer.remaining()];
        buffer.get(bytes);
        all.writeBytes(bytes);
        return all;
    }

    @Override
    public Mono<Socket> open(Supplier<SocketCall> call) {
        throw new UnsupportedOperationException("This test opens no WebSockets");
    }

    @Override
    public Mono<Download> get(Supplier<DownloadCall> call) {
        return Mono.fromSupplier(() -> {
            journal.add("GET " + call.get().headers().getOrDefault("Range", "all"));
            if (webPages-- > 0) {
                return answer(200, PAGE, PAGE_TEXT);
            }
            var status = statuses.isEmpty() ? 200 : statuses.poll();
            var bytes = objects.get(key(call.get().uri()));
            return status != 200 || bytes == null
                    ? answer(status == 200 ? 404 : status, Map.of(), new byte[0])
                    : serve(call.get().headers(), bytes);
        });
    }

    private Download serve(Map<String, String> headers, byte[] bytes) {
        var tag = "\"" + (md5Tags ? Hashing.hex(Hashing.MD5.digest().digest(bytes)) : Sha256.of(bytes)) + "\"";
        var range = headers.get("Range");
        if ("bytes=0-0".equals(range)) {
            var first = Map.of("etag", tag, "content-range", "bytes 0-0/" + bytes.length);
            return answer(206, first, Arrays.copyOf(bytes, 1));
        }
        if (range == null || !tag.equals(headers.get("If-Range"))) {
            var all = new HashMap<>(sums());
            if (etags) {
                all.put("etag", tag);
            }
            return answer(200, all, bytes);
        }
        var from = Integer.parseInt(range.replaceAll("\\D", ""));
        var rest = "bytes " + from + "-" + (bytes.length - 1) + "/" + bytes.length;
        return answer(206, Map.of("etag", tag, "content-range", rest), Arrays.copyOfRange(bytes, from, bytes.length));
    }

    private Map<String, String> sums() {
        return sum == null ? Map.of() : Map.of(Crc64.HEADER, sum);
    }

    private Download answer(int status, Map<String, String> headers, byte[] bytes) {
        var breaksAt = breaks.poll();
        return new Download() {
            @Override
            public int status() {
                return status;
            }

            @Override
            public Map<String, String> headers() {
                return headers;
            }

            @Override
            public @Nullable Long length() {
                return (long) bytes.length;
            }

            @Override
            public Flux<ByteBuffer> body() {
                var whole =
                        Flux.just(ByteBuffer.wrap(Arrays.copyOf(bytes, breaksAt == null ? bytes.length : breaksAt)));
                return breaksAt == null ? whole : whole.concatWith(Mono.error(MemoryStore.this::broken));
            }

            @Override
            public Mono<Void> release() {
                return Mono.empty();
            }
        };
    }

    private TransportException broken() {
        onBreak.run();
        return new TransportException("reset", TransportException.Phase.BODY, ErrorDetails.of("GET"));
    }

    @Override
    public Mono<Void> deleteFile(String contextId, String path) {
        return Mono.fromRunnable(() -> {
            journal.add("deleteFile");
            objects.remove(path);
        });
    }

    @Override
    public Mono<FilePage> files(String contextId, String parentFolder, int pageNumber, int pageSize) {
        return Mono.fromSupplier(() -> {
            journal.add("files " + parentFolder + " " + pageNumber);
            var inFolder = listing.stream()
                    .filter(file -> file.path().equals(parentFolder))
                    .toList();
            var from = Math.min(inFolder.size(), (pageNumber - 1) * pageSize);
            return new FilePage(inFolder.subList(from, Math.min(inFolder.size(), from + pageSize)), null, null);
        });
    }

    @Override
    public Mono<FilePage> filesAfter(String contextId, String parentFolder, String token, int pageSize) {
        throw new UnsupportedOperationException();
    }

    @Override
    public <T> Mono<T> call(ServiceCall<T> call) {
        throw new UnsupportedOperationException();
    }

    @Override
    public Mono<ContextData> byName(String name, boolean create) {
        throw new UnsupportedOperationException();
    }

    @Override
    public Mono<ContextData> byId(String id) {
        throw new UnsupportedOperationException();
    }

    @Override
    public Mono<Page<ContextData>> list(int maxResults, @Nullable String token) {
        throw new UnsupportedOperationException();
    }

    @Override
    public Mono<Void> rename(String id, String newName) {
        throw new UnsupportedOperationException();
    }

    @Override
    public Mono<Void> delete(String id) {
        throw new UnsupportedOperationException();
    }

    @Override
    public Mono<Void> clear(String id) {
        throw new UnsupportedOperationException();
    }
}
