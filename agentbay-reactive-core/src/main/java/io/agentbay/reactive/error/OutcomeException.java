package io.agentbay.reactive.error;

/** An operation of several calls did not reach what it promises; its calls may each have succeeded. */
public abstract sealed class OutcomeException extends AgentBayException
        permits SyncFailedException,
                SyncUnconfirmedException,
                SyncConflictException,
                UnsavedChangesException,
                MountNotReadyException,
                MassDeletionException,
                SessionCreateUnconfirmedException,
                SessionNotSavedException,
                BindUnconfirmedException,
                SnapshotInconsistentException,
                TransferFailedException,
                VerificationFailedException {

    private static final long serialVersionUID = 1L;

    /** Creates an error of an outcome. */
    OutcomeException(String summary, ErrorDetails details) {
        super(summary, details);
    }
}
