package io.agentbay.reactive.local.http;

import io.agentbay.reactive.local.core.ObjectRow;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import reactor.core.publisher.Mono;
import reactor.netty.http.server.HttpServerRequest;

/** Entity tags of bodies that are read and not kept. */
final class EntityTags {

    private EntityTags() {}

    static Mono<String> of(HttpServerRequest request) {
        return Mono.defer(() -> {
            MessageDigest digest = sha256();
            return request.receive()
                    .asByteArray()
                    .doOnNext(digest::update)
                    .then(Mono.fromSupplier(() -> ObjectRow.etag(HexFormat.of().formatHex(digest.digest()))));
        });
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("This JDK has no SHA-256", e);
        }
    }
}
