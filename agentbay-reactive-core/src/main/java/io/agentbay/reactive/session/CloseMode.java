package io.agentbay.reactive.session;

/** What a close does before it deletes the session. */
public enum CloseMode {
    /**
     * Uploads every mount that may have changed and is not read-only, and deletes the session only once that is
     * confirmed.
     */
    SAVE_FIRST,
    /**
     * Deletes without an upload. Refused with an {@code InvalidRequestException} while a mount uploads automatically,
     * because the service itself would upload it.
     */
    WITHOUT_SAVING
}
