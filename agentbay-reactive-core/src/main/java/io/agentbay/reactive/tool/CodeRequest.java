package io.agentbay.reactive.tool;

import io.agentbay.reactive.tool.CommandOperations.Language;
import java.time.Duration;
import java.util.Objects;

/** Source code to run in a session. Immutable: each call on it returns a new one. */
public final class CodeRequest {

    /** How long code may run unless asked otherwise: 60 s, as the service's own clients ask. */
    public static final Duration DEFAULT_TIMEOUT = Duration.ofSeconds(60);

    private final Language language;
    private final String source;
    private final Duration timeout;

    private CodeRequest(Language language, String source, Duration timeout) {
        this.language = language;
        this.source = source;
        this.timeout = timeout;
    }

    /** The code {@code source} in {@code language}. */
    public static CodeRequest of(Language language, String source) {
        Objects.requireNonNull(language, "language");
        if (source.isBlank()) {
            throw new IllegalArgumentException("source must not be blank: give code to run");
        }
        return new CodeRequest(language, source, DEFAULT_TIMEOUT);
    }

    /** Lets it run for at most {@code timeout}, told to the service in whole seconds, rounded up; default 60 s. */
    public CodeRequest timeout(Duration timeout) {
        if (timeout.isNegative() || timeout.isZero()) {
            throw new IllegalArgumentException("timeout must be longer than zero, but was " + timeout);
        }
        return new CodeRequest(language, source, timeout);
    }

    /** The language. */
    public Language language() {
        return language;
    }

    /** The source code. */
    public String source() {
        return source;
    }

    /** How long it may run. */
    public Duration timeout() {
        return timeout;
    }

    /** Returns language and length: source may hold secrets. */
    @Override
    public String toString() {
        return "CodeRequest[" + language + ", " + source.length() + " characters, timeout " + timeout + "]";
    }
}
