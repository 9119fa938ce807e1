package io.agentbay.reactive.local.http;

import io.agentbay.reactive.local.core.UrlGrant;
import io.agentbay.reactive.local.core.Urls;
import java.net.URI;
import org.jspecify.annotations.Nullable;

/** The front's addresses; there are none before it listens, because the port may be chosen then. */
public final class FrontUrls implements Urls {

    private final SignedUrls signer;
    private volatile @Nullable URI endpoint;

    /** Signs with this. */
    public FrontUrls(SignedUrls signer) {
        this.signer = signer;
    }

    @Override
    public String signed(UrlGrant grant) {
        return endpoint() + signer.sign(grant);
    }

    @Override
    public String endpoint() {
        URI listening = endpoint;
        if (listening == null) {
            throw new IllegalStateException("The front does not listen yet.");
        }
        return listening.toString();
    }

    SignedUrls signer() {
        return signer;
    }

    void listening(URI address) {
        endpoint = address;
    }
}
