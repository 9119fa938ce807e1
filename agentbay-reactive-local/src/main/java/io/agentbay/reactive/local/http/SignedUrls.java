package io.agentbay.reactive.local.http;

import java.net.URLEncoder;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Instant;
import java.util.HexFormat;
import java.util.Map;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Signs and checks the URLs by which one object is read or written without a key. Signed are method, tenant, context,
 * object key and expiry, each with its length, so that no two different grants have the same text.
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
    public String sign(Grant grant) {
        return PATH + "/" + encode(grant.tenant()) + "/" + encode(grant.context()) + "?key=" + encode(grant.key())
                + "&expires=" + grant.expires().getEpochSecond() + "&signature=" + signature(grant);
    }

    /** The grant a request carries; refuses one that was altered, is for another method, or has expired. */
    Grant check(String method, String tenant, String context, Map<String, String> query, Instant now) {
        Grant grant = new Grant(
                method, tenant, context, query.getOrDefault("key", ""), expiry(query.getOrDefault("expires", "")));
        byte[] given = query.getOrDefault("signature", "").getBytes(StandardCharsets.UTF_8);
        if (!MessageDigest.isEqual(signature(grant).getBytes(StandardCharsets.UTF_8), given)) {
            throw new BadRequestException(403, "SignatureDoesNotMatch", "The signature does not match this request.");
        }
        if (!now.isBefore(grant.expires())) {
            throw new BadRequestException(403, "AccessDenied", "Request has expired.");
        }
        return grant;
    }

    private static Instant expiry(String seconds) {
        try {
            return Instant.ofEpochSecond(Long.parseLong(seconds));
        } catch (RuntimeException e) {
            throw new BadRequestException(
                    403, "AccessDenied", "The expiry of a signed URL is missing or not a number.");
        }
    }

    private String signature(Grant grant) {
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(new SecretKeySpec(secret, ALGORITHM));
            for (String part : grant.parts()) {
                byte[] bytes = part.getBytes(StandardCharsets.UTF_8);
                mac.update(ByteBuffer.allocate(Integer.BYTES).putInt(0, bytes.length));
                mac.update(bytes);
            }
            return HexFormat.of().formatHex(mac.doFinal());
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("This JDK has no " + ALGORITHM, e);
        }
    }

    private static String encode(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }

    /** What a signed URL allows. */
    public record Grant(String method, String tenant, String context, String key, Instant expires) {

        String[] parts() {
            return new String[] {method, tenant, context, key, Long.toString(expires.getEpochSecond())};
        }
    }
}
