package io.agentbay.reactive.local.http;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.agentbay.reactive.local.core.ServiceError;
import io.agentbay.reactive.local.core.UrlGrant;
import java.net.URI;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A mutation tried, which makes these tests fail: {@code SignedUrls.signature} that signs no lengths. */
class SignedUrlsTests {

    private static final Instant NOW = Instant.parse("2026-01-01T00:00:00Z");
    private static final UrlGrant GRANT = new UrlGrant("PUT", "SdkCtx-1", "/tmp/a b+ü%.txt", NOW.plusSeconds(60));

    private final SignedUrls urls = new SignedUrls("0123456789abcdef0123456789abcdef".getBytes(UTF_8));

    @Test
    void whatWasSignedIsGranted() {
        assertThat(check("PUT", "SdkCtx-1", query(), NOW)).isEqualTo(GRANT);
    }

    @Test
    void anythingElseIsForbidden() {
        Map<String, String> otherKey = query();
        otherKey.put("key", "/tmp/b.txt");
        Map<String, String> later = query();
        later.put("expires", "99999999999");
        assertThatThrownBy(() -> check("GET", "SdkCtx-1", query(), NOW)).hasMessageContaining("signature");
        assertThatThrownBy(() -> check("PUT", "SdkCtx-2", query(), NOW)).hasMessageContaining("signature");
        assertThatThrownBy(() -> check("PUT", "SdkCtx-1", otherKey, NOW)).hasMessageContaining("signature");
        assertThatThrownBy(() -> check("PUT", "SdkCtx-1", later, NOW)).hasMessageContaining("signature");
        assertThatThrownBy(() -> check("PUT", "SdkCtx-1", Map.of(), NOW)).hasMessageContaining("expiry");
    }

    @Test
    void aGrantEndsAtItsExpiry() {
        assertThatThrownBy(() -> check("PUT", "SdkCtx-1", query(), NOW.plusSeconds(60)))
                .isInstanceOfSatisfying(
                        ServiceError.class, e -> assertThat(e.status()).isEqualTo(403))
                .hasMessageContaining("expired");
    }

    @Test
    void noSingleCharacterOfASignatureMayDiffer() {
        String signature = query().get("signature");
        for (int i = 0; i < signature.length(); i++) {
            Map<String, String> altered = query();
            char other = signature.charAt(i) == '0' ? '1' : '0';
            altered.put("signature", signature.substring(0, i) + other + signature.substring(i + 1));
            assertThatThrownBy(() -> check("PUT", "SdkCtx-1", altered, NOW)).hasMessageContaining("signature");
        }
        for (String wrong : List.of("", signature.substring(1), signature + "0", signature.toUpperCase(Locale.ROOT))) {
            Map<String, String> altered = query();
            altered.put("signature", wrong);
            assertThatThrownBy(() -> check("PUT", "SdkCtx-1", altered, NOW)).hasMessageContaining("signature");
        }
    }

    @Test
    void whatIsSignedCannotBeCutOtherwise() {
        UrlGrant one = new UrlGrant("GET", "SdkCtx-1", "/a/b", NOW);
        assertThat(urls.sign(one)).isNotEqualTo(urls.sign(new UrlGrant("GET", "SdkCtx-1/a", "/b", NOW)));
        assertThat(signatureOf(one)).isNotEqualTo(signatureOf(new UrlGrant("GET", "SdkCtx-1/a", "/b", NOW)));
        assertThat(signatureOf(one)).isNotEqualTo(signatureOf(new UrlGrant("GETS", "dkCtx-1", "/a/b", NOW)));
    }

    private String signatureOf(UrlGrant grant) {
        String url = urls.sign(grant);
        return url.substring(url.indexOf("signature="));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "-", "1e9", "999999999999999999999", "0x10", " 1"})
    void anExpiryThatIsNoNumberIsForbidden(String expires) {
        Map<String, String> altered = query();
        altered.put("expires", expires);
        assertThatThrownBy(() -> check("PUT", "SdkCtx-1", altered, NOW))
                .isInstanceOfSatisfying(
                        ServiceError.class, e -> assertThat(e.status()).isEqualTo(403));
    }

    @Test
    void anotherSecretSignsAnotherWay() {
        var other = new SignedUrls("another-secret-another-secret-ab".getBytes(UTF_8));
        assertThat(other.sign(GRANT)).isNotEqualTo(urls.sign(GRANT));
    }

    private UrlGrant check(String method, String context, Map<String, String> query, Instant now) {
        return urls.check(method, context, query, now);
    }

    private Map<String, String> query() {
        String raw = URI.create("http://localhost" + urls.sign(GRANT)).getRawQuery();
        return new HashMap<>(FormDecoder.merge(raw, new byte[0]));
    }
}
