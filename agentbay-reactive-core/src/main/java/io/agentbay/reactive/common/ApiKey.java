package io.agentbay.reactive.common;

/** The key that authenticates a client; it prints as hidden. Immutable and safe to share. */
public final class ApiKey {

    private final String secret;

    private ApiKey(String secret) {
        this.secret = Ids.requireText(secret, "API key");
    }

    /**
     * Returns the key with this secret, without surrounding white space.
     *
     * @throws IllegalArgumentException if {@code secret} is blank
     */
    public static ApiKey of(String secret) {
        return new ApiKey(secret.strip());
    }

    /** Returns the secret itself; whoever calls this keeps it out of logs, messages and metrics. */
    public String reveal() {
        return secret;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof ApiKey key && key.secret.equals(secret);
    }

    @Override
    public int hashCode() {
        return secret.hashCode();
    }

    /** Returns {@code <hidden>}. */
    @Override
    public String toString() {
        return "<hidden>";
    }
}
