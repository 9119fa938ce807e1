package io.agentbay.reactive.benchmarks.transfer;

import io.agentbay.reactive.common.ContextId;
import io.netty.handler.codec.http.HttpHeaderNames;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Pattern;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;
import reactor.netty.ByteBufFlux;
import reactor.netty.http.client.HttpClient;
import reactor.netty.resources.ConnectionProvider;

/**
 * Reactor Netty and nothing else: for each file one call for its address and one PUT or GET, as many at once as this
 * client. It knows the names beforehand, checks only the status, and forces nothing to disk. The floor.
 */
final class BareMover implements Mover {

    private static final Pattern URL = Pattern.compile("\"Url\"\\s*:\\s*\"([^\"]+)\"");
    private static final int OK = 200;

    private final ConnectionProvider pool = ConnectionProvider.builder("bare")
            .maxConnections(1_000)
            .pendingAcquireMaxCount(10_000)
            .lifo()
            .build();
    private final HttpClient http = HttpClient.create(pool);
    private final String endpoint;
    private final String form;
    private final int atOnce;

    BareMover(String endpoint, String apiKey, int atOnce) {
        this.endpoint = endpoint;
        this.form = "Authorization=" + encoded("Bearer " + apiKey);
        this.atOnce = atOnce;
    }

    @Override
    public String name() {
        return "bare Reactor Netty";
    }

    @Override
    public void up(Path directory, ContextId context) {
        Flux.fromIterable(Tree.names(directory))
                .flatMap(name -> put(context, name, directory.resolve(name)), atOnce)
                .then()
                .block();
    }

    @Override
    public void down(ContextId context, Path directory) {
        names(context, Tree.MOUNT)
                .flatMap(name -> get(context, name, directory), atOnce)
                .then()
                .block();
    }

    private Mono<Integer> put(ContextId context, String name, Path file) {
        return Mono.fromCallable(() -> Files.readAllBytes(file))
                .subscribeOn(Schedulers.boundedElastic())
                .flatMap(bytes -> address("GetContextFileUploadUrl", context, Tree.MOUNT + "/" + name)
                        .flatMap(url -> http.headers(
                                        headers -> headers.set(HttpHeaderNames.CONTENT_LENGTH, bytes.length))
                                .put()
                                .uri(url)
                                .send(ByteBufFlux.fromInbound(Mono.just(bytes)))
                                .responseSingle((response, body) ->
                                        body.then(Mono.just(response.status().code())))))
                .map(BareMover::requireOk);
    }

    private Mono<Path> get(ContextId context, String path, Path directory) {
        return address("GetContextFileDownloadUrl", context, path)
                .flatMap(url -> http.get().uri(url).responseSingle((response, body) -> body.asByteArray()))
                .publishOn(Schedulers.boundedElastic())
                .map(bytes -> write(directory.resolve(path.substring(Tree.MOUNT.length() + 1)), bytes));
    }

    private Flux<String> names(ContextId context, String folder) {
        return Listing.of(this, context, folder);
    }

    Mono<String> call(String action, String fields) {
        return http.headers(headers -> headers.set(HttpHeaderNames.CONTENT_TYPE, "application/x-www-form-urlencoded")
                        .set("x-acs-action", action)
                        .set("x-acs-version", "2025-05-06"))
                .post()
                .uri(endpoint + "/?Action=" + action + "&Format=json&Version=2025-05-06"
                        + "&Timestamp=2026-01-01T00%3A00%3A00Z&SignatureNonce=0123456789abcdef0123456789abcdef")
                .send(ByteBufFlux.fromString(Mono.just(form + fields)))
                .responseSingle((response, body) -> body.asString());
    }

    private Mono<String> address(String action, ContextId context, String path) {
        return call(action, "&ContextId=" + encoded(context.value()) + "&FilePath=" + encoded(path))
                .map(BareMover::url);
    }

    private static String url(String answer) {
        var matcher = URL.matcher(answer);
        if (!matcher.find()) {
            throw new IllegalStateException("no address in " + answer);
        }
        return matcher.group(1).replace("\\u0026", "&").replace("\\/", "/");
    }

    private static Integer requireOk(Integer status) {
        if (status != OK) {
            throw new IllegalStateException("status " + status);
        }
        return status;
    }

    private static Path write(Path file, byte[] bytes) {
        try {
            Files.createDirectories(file.getParent());
            return Files.write(file, bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    @Override
    public void close() {
        pool.dispose();
    }
}
