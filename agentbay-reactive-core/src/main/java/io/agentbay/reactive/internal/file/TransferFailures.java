package io.agentbay.reactive.internal.file;

import io.agentbay.reactive.common.Failure;
import io.agentbay.reactive.error.AgentBayException;
import io.agentbay.reactive.error.AuthenticationException;
import io.agentbay.reactive.error.ClosedException;
import io.agentbay.reactive.error.DeadlineExceededException;
import io.agentbay.reactive.error.ErrorDetails;
import io.agentbay.reactive.error.NotFoundException;
import io.agentbay.reactive.error.TransferFailedException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;

/** The files of a copy that failed, the first of them by name. */
final class TransferFailures {

    private static final int KEPT = 1_000;
    private static final int NAMED = 3;

    private final Map<String, Failure> byFile = new LinkedHashMap<>();
    private long count;

    synchronized Failure add(String file, Throwable error) {
        var failure = of(error);
        count++;
        if (byFile.size() < KEPT) {
            byFile.put(file, failure);
        }
        return failure;
    }

    synchronized boolean isEmpty() {
        return count == 0;
    }

    synchronized TransferFailedException error(String operation) {
        var named = byFile.entrySet().stream()
                .limit(NAMED)
                .map(entry -> entry.getKey() + " (" + entry.getValue().message() + ")")
                .collect(Collectors.joining(", "));
        var summary = count + (count == 1 ? " file" : " files") + " could not be copied: " + named
                + (count > NAMED ? ", ..." : "");
        return new TransferFailedException(
                summary, byFile, ErrorDetails.of(operation).mayHaveHappened(true));
    }

    /** Whether an error is of all files, not of one: going on would only repeat it. */
    static boolean isFatal(Throwable error) {
        return !(error instanceof AgentBayException)
                || error instanceof ClosedException
                || error instanceof AuthenticationException
                || error instanceof DeadlineExceededException
                || error instanceof NotFoundException missing && missing.kind() != NotFoundException.Kind.FILE;
    }

    private static Failure of(Throwable error) {
        return error instanceof AgentBayException failure
                ? failure.toFailure()
                : new Failure(error.getClass().getSimpleName(), String.valueOf(error.getMessage()), null, null, true);
    }
}
