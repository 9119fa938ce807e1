package io.agentbay.reactive.local.core;

/** A tool that ran and failed: the call succeeds and its result says isError. */
final class ToolFailure extends RuntimeException {

    ToolFailure(String message) {
        super(message, null, false, false);
    }
}
