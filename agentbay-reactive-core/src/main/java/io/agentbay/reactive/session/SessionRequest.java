package io.agentbay.reactive.session;

import io.agentbay.reactive.common.ContextRef;
import io.agentbay.reactive.sync.Mount;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;

/** What session to create, and how {@code use} ends it. Immutable: each call on it returns a new one. */
public final class SessionRequest {

    /** The label this client gives each session it creates, with a value of its own. */
    public static final String ID_LABEL = "agentbay-reactive-id";

    private final SessionRequestDraft values;

    private SessionRequest(SessionRequestDraft values) {
        this.values = values;
    }

    /** A session with one context, downloaded at the start and uploaded at the end. */
    public static SessionRequest mounting(ContextRef context, String path) {
        return mounting(Mount.of(context, path));
    }

    /** A session with these contexts. */
    public static SessionRequest mounting(Mount first, Mount... more) {
        var mounts = Stream.concat(Stream.of(first), Stream.of(more)).toList();
        return new SessionRequest(SessionRequestDraft.of(mounts));
    }

    /** A session without a context: nothing in it survives it. */
    public static SessionRequest ephemeral() {
        return new SessionRequest(SessionRequestDraft.of(List.of()));
    }

    /**
     * Adds a label.
     *
     * @throws IllegalArgumentException if the key is blank or {@link #ID_LABEL}
     */
    public SessionRequest label(String key, String value) {
        var labels = new LinkedHashMap<>(values.labels());
        labels.put(Labels.requireFreeKey(key), Objects.requireNonNull(value, "value"));
        return new SessionRequest(values.withLabels(Map.copyOf(labels)));
    }

    /** The image to start; {@code linux_latest} by default. */
    public SessionRequest image(String imageId) {
        if (imageId.isBlank()) {
            throw new IllegalArgumentException("imageId is blank: name an image, such as linux_latest");
        }
        return new SessionRequest(values.withImage(imageId));
    }

    /**
     * After how long without a call the service ends the session; 30 minutes by default, to the second.
     *
     * @throws IllegalArgumentException if it is shorter than one second
     */
    public SessionRequest idleTimeout(Duration timeout) {
        if (timeout.toSeconds() < 1) {
            throw new IllegalArgumentException("idleTimeout must be at least one second: " + timeout);
        }
        return new SessionRequest(values.withIdleTimeout(timeout));
    }

    /** How {@code use} ends the session when the work failed; {@link Ending#SAVE} by default. */
    public SessionRequest onError(Ending ending) {
        return new SessionRequest(values.withOnError(Objects.requireNonNull(ending, "ending")));
    }

    /** How {@code use} ends the session when it was cancelled; {@link Ending#SAVE} by default. */
    public SessionRequest onCancel(Ending ending) {
        return new SessionRequest(values.withOnCancel(Objects.requireNonNull(ending, "ending")));
    }

    /**
     * How long this client keeps a session alive that could not be saved or was left open by {@link
     * Ending#KEEP_ALIVE}; 30 minutes by default.
     *
     * @throws IllegalArgumentException if it is negative
     */
    public SessionRequest keepFor(Duration time) {
        if (time.isNegative()) {
            throw new IllegalArgumentException("keepFor must not be negative: " + time);
        }
        return new SessionRequest(values.withKeepFor(time));
    }

    /**
     * What is wrong with this request by itself; empty when nothing is. {@link SessionOperations#problems} adds what a
     * client knows besides.
     */
    public List<Problem> problems() {
        return RequestLint.problems(this);
    }

    /** The mounts, in the order given. */
    public List<Mount> mounts() {
        return values.mounts();
    }

    /** The labels given, without this client's own. */
    public Map<String, String> labels() {
        return values.labels();
    }

    /** The image to start. */
    public String image() {
        return values.image();
    }

    /** After how long without a call the service ends the session. */
    public Duration idleTimeout() {
        return values.idleTimeout();
    }

    /** How {@code use} ends the session when the work failed. */
    public Ending onError() {
        return values.onError();
    }

    /** How {@code use} ends the session when it was cancelled. */
    public Ending onCancel() {
        return values.onCancel();
    }

    /** How long a session that could not be saved is kept alive. */
    public Duration keepFor() {
        return values.keepFor();
    }

    @Override
    public String toString() {
        return "SessionRequest[" + mounts() + ", labels " + labels() + ", image " + image() + "]";
    }

    /** How {@code use} ends a session when the work did not succeed. */
    public enum Ending {
        /** Save and delete, as after success. */
        SAVE,
        /** Leave it running, owned and kept alive for {@link SessionRequest#keepFor()}. */
        KEEP_ALIVE,
        /** Delete without saving; only where every mount is managed, {@code manual().keepingDeleted()}. */
        DISCARD
    }

    /**
     * Something wrong with a request.
     *
     * @param severity whether it is refused
     * @param field what it is about, such as {@code mounts[0].path}
     * @param message what is wrong
     * @param fix what to do about it
     */
    public record Problem(Severity severity, String field, String message, String fix) {

        /** Checks that all is there. */
        public Problem {
            Objects.requireNonNull(severity, "severity");
            Objects.requireNonNull(field, "field");
            Objects.requireNonNull(message, "message");
            Objects.requireNonNull(fix, "fix");
        }

        /** Whether a request with the problem is refused. */
        public enum Severity {
            /** {@code create} refuses it before any call. */
            ERROR,
            /** It is accepted, and may surprise. */
            WARNING
        }
    }
}
