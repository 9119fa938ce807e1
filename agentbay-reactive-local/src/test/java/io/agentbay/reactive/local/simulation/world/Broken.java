package io.agentbay.reactive.local.simulation.world;

import io.agentbay.reactive.error.ErrorDetails;
import io.agentbay.reactive.error.TransportException;
import io.agentbay.reactive.error.TransportException.Phase;

/** How exchanges fail, in the words and with the facts of the real transport. */
final class Broken {

    private Broken() {}

    static TransportException noConnection(String operation) {
        return new TransportException("Could not connect to 127.0.0.1", Phase.CONNECT, ErrorDetails.of(operation));
    }

    static TransportException noAnswer(String operation) {
        return new TransportException(
                "No answer from 127.0.0.1",
                Phase.RESPONSE,
                ErrorDetails.of(operation).mayHaveHappened(true));
    }

    static TransportException half(String operation) {
        return new TransportException(
                "The answer broke off from 127.0.0.1",
                Phase.BODY,
                ErrorDetails.of(operation).mayHaveHappened(true));
    }
}
