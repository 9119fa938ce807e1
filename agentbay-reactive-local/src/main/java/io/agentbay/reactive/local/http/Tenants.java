package io.agentbay.reactive.local.http;

import io.agentbay.reactive.local.core.ServiceError;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Collection;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.Map;

/**
 * Which API keys exist, and the tenant each stands for. Keys are looked up by hash, so that neither memory nor timing
 * tells one; a tenant's name is a prefix of that hash, the same after a restart. That an unknown key draws HTTP 401 with
 * {@code InvalidApiKey} is a guess about the real service.
 */
public final class Tenants {

    private static final String BEARER = "Bearer ";
    private static final int NAME_LENGTH = 16;
    private static final String NOBODY = "nobody";

    private final Map<String, String> byHash = new HashMap<>();
    private final String first;

    /** Knows these keys and no others. */
    public Tenants(Collection<String> apiKeys) {
        first = hash(apiKeys.iterator().next());
        for (String key : apiKeys) {
            String hash = hash(key);
            byHash.put(hash, "t-" + hash.substring(0, NAME_LENGTH));
        }
    }

    /** Whether this is the first key, which is the one of who runs the service. */
    boolean isFirst(String key) {
        return MessageDigest.isEqual(bytes(hash(key)), bytes(first));
    }

    /** The tenant of a call; of one that brings no key by its nature, somebody who has nothing. */
    String of(Call call) {
        return call.needsNoKey() ? NOBODY : of(call.authorization());
    }

    String of(String authorization) {
        String key = authorization.startsWith(BEARER) ? authorization.substring(BEARER.length()) : "";
        String tenant = byHash.get(hash(key));
        if (key.isEmpty() || tenant == null) {
            throw new ServiceError(401, "InvalidApiKey", "The API key is missing or unknown to this service.");
        }
        return tenant;
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static String hash(String key) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(bytes(key));
            return HexFormat.of().formatHex(digest);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("This JDK has no SHA-256", e);
        }
    }
}
