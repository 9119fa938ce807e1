package io.agentbay.reactive.error;

import java.util.Objects;

/** No complete answer arrived: the connection failed, and {@link #phase()} says where. */
public final class TransportException extends AgentBayException {

    private static final long serialVersionUID = 1L;

    /** How far an exchange had come, in order. */
    public enum Phase {
        /** Waiting for a free connection of the pool; surely not sent. */
        ACQUIRE,
        /** Resolving the host and connecting; surely not sent. */
        CONNECT,
        /** The TLS handshake; surely not sent. */
        TLS,
        /** Sending the request; it may have arrived. */
        SEND,
        /** Waiting for the answer; the request may have been carried out. */
        RESPONSE,
        /** Reading the answer's body; the request was very likely carried out. */
        BODY
    }

    private final Phase phase;

    /** Creates the error of one phase. */
    public TransportException(String summary, Phase phase, ErrorDetails details) {
        super(summary, details);
        this.phase = Objects.requireNonNull(phase, "phase");
    }

    /** Returns how far the exchange had come. */
    public Phase phase() {
        return phase;
    }

    /** Returns true: the same call may succeed later. */
    @Override
    public boolean retryable() {
        return true;
    }
}
