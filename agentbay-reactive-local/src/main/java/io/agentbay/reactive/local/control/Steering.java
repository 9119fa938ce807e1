package io.agentbay.reactive.local.control;

import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.CompletionStage;

/** The service's clock, for who may move it. */
public interface Steering {

    /** What time it is for the service. */
    Instant now();

    /** How far the service is ahead of the machine. */
    Duration ahead();

    /** Moves the clock forward; completes when what became due has happened. */
    CompletionStage<Void> advanceLater(Duration by);
}
