package io.agentbay.reactive.context;

import java.net.URI;
import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * An address that lets whoever holds it read or write one file of a context, without a key, until it expires.
 *
 * <p>It is a secret: its text form hides it. A PUT to an upload address must carry the bytes and their length and no
 * header that was not signed: no {@code Content-Type}, no {@code Content-MD5}, nothing that begins with {@code x-oss-}.
 *
 * @param uri the address, as the service made it
 * @param expiresAt when the service says that it ends (documented as one hour after it was made), by the service's
 *     clock; null when it does not say in a form that is understood
 */
public record SignedUrl(URI uri, @Nullable Instant expiresAt) {

    /** Checks that the address is there. */
    public SignedUrl {
        Objects.requireNonNull(uri, "uri");
    }

    /** Says everything but the address. */
    @Override
    public String toString() {
        return "SignedUrl[uri=hidden, expiresAt=" + expiresAt + "]";
    }
}
