package io.agentbay.reactive.internal.wire;

import io.agentbay.reactive.error.AgentBayException;
import io.agentbay.reactive.error.AuthenticationException;
import io.agentbay.reactive.error.ConflictException;
import io.agentbay.reactive.error.ErrorDetails;
import io.agentbay.reactive.error.InvalidRequestException;
import io.agentbay.reactive.error.NotFoundException;
import io.agentbay.reactive.error.PermissionDeniedException;
import io.agentbay.reactive.error.ThrottledException;
import io.agentbay.reactive.error.ToolFailedException;
import io.agentbay.reactive.error.UnavailableException;
import io.agentbay.reactive.error.UnexpectedResponseException;
import io.agentbay.reactive.internal.transport.HttpAnswer;
import io.agentbay.reactive.pipeline.ApiCall.Idempotency;
import org.jspecify.annotations.Nullable;

/** Makes every answer that is not a success an error with a type, for one attempt of one action. */
final class ErrorMapper {
    private final Action action;
    private final ErrorDetails details;

    ErrorMapper(Action action, int attempt) {
        this.action = action;
        this.details = ErrorDetails.of(action.name).attempts(attempt);
    }

    /** The service said no: by HTTP status, by {@code Success}, or by the {@code Success} inside the data. */
    AgentBayException refused(Refusal refusal) {
        var about = details.requestId(refusal.requestId()).code(refusal.code());
        var summary = refusal.summary();
        int status = refusal.answer().status();
        return switch (RefusalKind.of(refusal)) {
            case NOT_FOUND -> missing(refusal, about);
            case THROTTLED -> new ThrottledException(summary, RetryAfter.of(refusal.answer()), status, about);
            case AUTHENTICATION -> new AuthenticationException(summary, status, about);
            case PERMISSION -> new PermissionDeniedException(summary, status, about);
            case CONFLICT -> new ConflictException(summary, status, about);
            case UNAVAILABLE -> new UnavailableException(summary, status, about.mayHaveHappened(changes()));
            case INVALID -> new InvalidRequestException(summary, status, about);
        };
    }

    /** The service said yes and left out what was asked for. */
    AgentBayException missing(Refusal refusal) {
        return missing(refusal, details.requestId(refusal.requestId()).code(refusal.code()));
    }

    private AgentBayException missing(Refusal refusal, ErrorDetails about) {
        int status = refusal.answer().status();
        var kind = Missing.kind(refusal, action.subject.kind());
        return kind == null
                ? new InvalidRequestException(refusal.summary(), status, about)
                : new NotFoundException(refusal.summary(), kind, Missing.name(kind, action), status, about);
    }

    /** The tool ran and said no. */
    AgentBayException toolFailed(String tool, String text, HttpAnswer answer, @Nullable String requestId) {
        var about = details.requestId(requestId).mayHaveHappened(changes());
        return new ToolFailedException(text.isEmpty() ? "The tool gave no reason" : text, tool, answer.status(), about);
    }

    /** The answer is no JSON of the service; its status may still say something. */
    AgentBayException garbage(HttpAnswer answer, String why) {
        var kind = RefusalKind.byStatus(answer.status());
        if (kind == null || kind == RefusalKind.CONFLICT) {
            return unexpected(answer, why, null);
        }
        var said = "HTTP " + answer.status() + " without JSON of the service: " + Excerpt.of(answer.body());
        return refused(new Refusal(answer.status(), null, said, null, answer));
    }

    /** The answer is JSON of another shape than the protocol says. */
    AgentBayException unexpected(HttpAnswer answer, String why, @Nullable String requestId) {
        var summary = "HTTP " + answer.status() + ", not understood (" + why + ")";
        var about = details.requestId(requestId).mayHaveHappened(changes());
        return new UnexpectedResponseException(summary, Excerpt.of(answer.body()), about);
    }

    private boolean changes() {
        return action.idempotency != Idempotency.READ;
    }
}
