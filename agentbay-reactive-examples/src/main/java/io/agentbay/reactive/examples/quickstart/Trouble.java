package io.agentbay.reactive.examples.quickstart;

import io.agentbay.reactive.error.AgentBayException;
import io.agentbay.reactive.error.AuthenticationException;
import io.agentbay.reactive.error.TransportException;
import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import reactor.core.Exceptions;

/** Something that ends the run, said in one line. */
final class Trouble extends Exception {

    private static final long serialVersionUID = 1L;

    Trouble(String line) {
        super(line);
    }

    Trouble(String line, Throwable cause) {
        super(line, cause);
    }

    static Trouble reading(Path path, IOException error) {
        var named = error instanceof FileSystemException system && system.getFile() != null
                ? system.getFile()
                : path.toString();
        return new Trouble("Cannot read " + named + ": " + reason(error), error);
    }

    /** What a failed run comes down to. */
    static Trouble of(Throwable failure, String service) {
        var error = Exceptions.unwrap(failure);
        if (error instanceof Trouble known) {
            return known;
        }
        if (error instanceof AuthenticationException refused) {
            return new Trouble(
                    "The service at " + service + " refused the API key" + details(refused)
                            + "; AGENTBAY_API_KEY has to hold a valid one",
                    error);
        }
        if (error instanceof TransportException unreachable) {
            return new Trouble("No answer from " + service + ": " + line(unreachable), error);
        }
        if (error instanceof AgentBayException known) {
            return new Trouble(line(known) + details(known), error);
        }
        return new Trouble(line(error), error);
    }

    private static String details(AgentBayException error) {
        var code = error.code() == null ? "" : "code " + error.code();
        var request = error.requestId() == null ? "" : "request " + error.requestId();
        var both = code.isEmpty() || request.isEmpty() ? code + request : code + ", " + request;
        return both.isEmpty() || line(error).contains(both) ? "" : " (" + both + ")";
    }

    private static String line(Throwable error) {
        var message = error.getMessage();
        return message == null || message.isBlank()
                ? error.getClass().getSimpleName()
                : message.replaceAll("\\s*\\R\\s*", " ");
    }

    private static String reason(IOException error) {
        if (error instanceof AccessDeniedException) {
            return "permission denied";
        }
        if (error instanceof NoSuchFileException) {
            return "it does not exist";
        }
        var reason = error instanceof FileSystemException system ? system.getReason() : error.getMessage();
        return reason == null ? error.getClass().getSimpleName() : reason;
    }
}
