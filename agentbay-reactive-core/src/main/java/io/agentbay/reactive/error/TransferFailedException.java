package io.agentbay.reactive.error;

import io.agentbay.reactive.common.Failure;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/** Some files of a copy could not be moved; the others were, and doing it again moves what is missing. */
public final class TransferFailedException extends OutcomeException {

    private static final long serialVersionUID = 1L;

    private final LinkedHashMap<String, Failure> failures;

    /** Creates the error with what went wrong, file by file. */
    public TransferFailedException(String summary, Map<String, Failure> failures, ErrorDetails details) {
        super(summary, details);
        this.failures = new LinkedHashMap<>(failures);
    }

    /** Returns what went wrong by path relative to the directory copied; at most the first 1,000. */
    public Map<String, Failure> failures() {
        return Collections.unmodifiableMap(failures);
    }
}
