package io.agentbay.reactive.internal.file;

import io.agentbay.reactive.error.AgentBayException;
import io.agentbay.reactive.error.ErrorDetails;
import io.agentbay.reactive.error.InvalidRequestException;
import io.agentbay.reactive.error.PermissionDeniedException;
import io.agentbay.reactive.error.ThrottledException;
import io.agentbay.reactive.error.UnavailableException;
import io.agentbay.reactive.error.UnexpectedResponseException;
import io.agentbay.reactive.error.VerificationFailedException;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** What the store's refusals of signed requests mean. */
final class SignedErrors {

    static final int FORBIDDEN = 403;
    static final int NOT_FOUND = 404;

    private SignedErrors() {}

    static boolean isStored(int status) {
        return status == 200 || status == 201 || status == 204;
    }

    static AgentBayException of(String operation, String path, int status) {
        return of(operation, path, status, StoreRefusal.SILENT);
    }

    /**
     * Whether a success has the looks of a proxy's or a portal's page instead of the store's answer: a page that is an
     * object of the store comes with its ETag, and a put is answered without any page.
     */
    static boolean isStrange(Map<String, String> headers) {
        var type = headers.getOrDefault("content-type", "").toLowerCase(Locale.ROOT);
        return type.startsWith("text/html") && !headers.containsKey("etag");
    }

    static UnexpectedResponseException strange(String operation, String path, String excerpt) {
        return new UnexpectedResponseException(
                "something on the way answered for the store, with a web page, when asked for " + path,
                excerpt,
                ErrorDetails.of(operation).mayHaveHappened(operation.equals("PUT")));
    }

    static VerificationFailedException corrupt(String operation, String path) {
        return new VerificationFailedException(
                "the bytes of " + path + " do not have the check sum that the store says",
                List.of(),
                List.of(path),
                List.of(),
                ErrorDetails.of(operation).mayHaveHappened(operation.equals("PUT")));
    }

    static AgentBayException of(String operation, String path, int status, StoreRefusal refusal) {
        var details = refusal.code() == null
                ? ErrorDetails.of(operation)
                : ErrorDetails.of(operation).code(refusal.code());
        var summary = "the store answered " + status + " for " + path + refusal.words();
        if (status == NOT_FOUND) {
            return FileTools.notFound(path, operation);
        }
        if (status == FORBIDDEN || status == 401) {
            return new PermissionDeniedException(summary + " although the URL was fresh", status, details);
        }
        if (status == 429) {
            return new ThrottledException(summary, null, status, details);
        }
        return status >= 500
                ? new UnavailableException(summary, status, details.mayHaveHappened(true))
                : new InvalidRequestException(summary, status, details);
    }
}
