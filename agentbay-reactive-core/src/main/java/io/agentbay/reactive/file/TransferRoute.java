package io.agentbay.reactive.file;

/** The way a file's bytes went. */
public enum TransferRoute {
    /** As text through the session's own file tool: small text in, or byte ranges out. */
    FILE_TOOL,
    /** Through the session's file-transfer context: signed URLs on one side, a sync of the service on the other. */
    TRANSFER_CONTEXT,
    /** As base64 parts through a command in the session. */
    COMMAND,
    /** Straight from or to the store by a signed URL, without a session. */
    SIGNED_URL
}
