package io.agentbay.reactive.local.http;

import io.agentbay.reactive.local.core.ServiceError;
import io.agentbay.reactive.local.core.UrlGrant;
import java.net.URLEncoder;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Signs and checks the URLs by which one object is read or written without a key. Signed are method, context (which
 * belongs to one tenant), object key and expiry, each with its length, so that no two grants have the same text.
 */
public final class SignedUrls {

    /** The path below which signed URLs live. */
    public static final String PATH = "/_store";

    private static final String ALGORITHM = "HmacSHA256";

    private final byte[] secret;

    /** Signs with this secret, which must be at least 32 bytes and never leaves the data directory. */
    public SignedUrls(byte[] secret) {
        if (secret.length < 32) {
            throw new IllegalArgumentException("The secret of signed URLs needs at least 32 bytes.");
        }
        this.secret = secret.clone();
    }

    /** Path and query of a URL that grants one method on one object until the given instant (whole seconds). */
    public String sign(UrlGrant grant) {
        return PATH + "/" + encode(grant.contextId()) + "?key=" + encode(grant.key()) + "&expires="
                + grant.expires().getEpochSecond() + "&signature=" + signature(grant);
    }

    /** The grant a request carries; refuses one that was altered, is for another method, or has expired. */
    UrlGrant check(String method, String contextId, Map<String, String> query, Instant now) {
        Instant expires = expiry(query.getOrDefault("expires", ""));
        UrlGrant grant = new UrlGrant(method, contextId, query.getOrDefault("key", ""), expires);
        byte[] given = query.getOrDefault("signature", "").getBytes(StandardCharsets.UTF_8);
        if (!MessageDigest.isEqual(signature(grant).getBytes(StandardCharsets.UTF_8), given)) {
            throw new ServiceError(403, "SignatureDoesNotMatch", "The signature does not match this request.");
        }
        if (!now.isBefore(grant.expires())) {
            throw new ServiceError(403, "AccessDenied", "Request has expired.");
        }
        return grant;
    }

    private static Instant expiry(String seconds) {
        try {
            return Instant.ofEpochSecond(Long.parseLong(seconds));
        } catch (RuntimeException e) {
            throw new ServiceError(403, "AccessDenied", "The expiry of a signed URL is missing or not a number.");
        }
    }

    private String signature(UrlGrant grant) {
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(new SecretKeySpec(secret, ALGORITHM));
            for (String part : parts(grant)) {
                byte[] bytes = part.getBytes(StandardCharsets.UTF_8);
                mac.update(ByteBuffer.allocate(Integer.BYTES).putInt(0, bytes.length));
                mac.update(bytes);
            }
            return HexFormat.of().formatHex(mac.doFinal());
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("This JDK has no " + ALGORITHM, e);
        }
    }

    private static List<String> parts(UrlGrant grant) {
        String expires = Long.toString(grant.expires().getEpochSecond());
        return List.of(grant.method(), grant.contextId(), grant.key(), expires);
    }

    private static String encode(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }
}
