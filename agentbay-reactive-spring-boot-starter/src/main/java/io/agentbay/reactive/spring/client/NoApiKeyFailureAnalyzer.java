package io.agentbay.reactive.spring.client;

import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/** Says what to do about a missing API key, instead of showing a stack trace. */
final class NoApiKeyFailureAnalyzer extends AbstractFailureAnalyzer<NoApiKeyException> {

    @Override
    protected FailureAnalysis analyze(Throwable failure, NoApiKeyException cause) {
        return new FailureAnalysis(
                cause.getMessage(),
                "Set agentbay.api-key or AGENTBAY_API_KEY. To run without a key, add the dependency"
                        + " io.agentbay:agentbay-reactive-local and set agentbay.local.enabled=true, which embeds the"
                        + " service. agentbay.enabled=false makes no client at all.",
                cause);
    }
}
