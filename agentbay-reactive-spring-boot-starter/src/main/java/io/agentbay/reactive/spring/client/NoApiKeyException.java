package io.agentbay.reactive.spring.client;

/** Nothing says with which API key the application's client comes. */
final class NoApiKeyException extends IllegalStateException {

    private static final long serialVersionUID = 1L;

    NoApiKeyException() {
        super(
                "There is no API key for AgentBay: neither agentbay.api-key nor the environment variable AGENTBAY_API_KEY.");
    }
}
