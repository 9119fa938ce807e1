package io.agentbay.reactive.internal.session;

import io.agentbay.reactive.error.ErrorDetails;
import io.agentbay.reactive.error.InvalidRequestException;
import io.agentbay.reactive.session.SessionRequest;
import io.agentbay.reactive.session.SessionRequest.Problem;
import io.agentbay.reactive.session.SessionRequest.Problem.Severity;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Refuses a request before any call. */
final class RequestCheck {

    private RequestCheck() {}

    /** Why the request is refused; null when it is not. Patterns are an error where the service does not honour them. */
    static @Nullable InvalidRequestException refusal(SessionRequest request, boolean patterns) {
        var errors = request.problems().stream()
                .filter(problem -> problem.severity() == Severity.ERROR || !patterns && isPattern(problem))
                .map(problem -> problem.field() + ": " + problem.message() + ". " + problem.fix())
                .collect(Collectors.joining("; "));
        return errors.isEmpty()
                ? null
                : new InvalidRequestException(
                        errors, 0, ErrorDetails.of("create").attempts(0));
    }

    private static boolean isPattern(Problem problem) {
        return problem.field().endsWith(".policy");
    }
}
