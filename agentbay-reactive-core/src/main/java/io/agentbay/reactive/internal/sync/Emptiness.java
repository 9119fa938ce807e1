package io.agentbay.reactive.internal.sync;

import io.agentbay.reactive.sync.Mount;
import java.time.Duration;
import reactor.core.publisher.Mono;

/**
 * Whether there was nothing in a context when a session mounted it. Listings lag: where this client may have written to
 * the context before, an empty one proves that only once the mount is older than a listing takes.
 */
final class Emptiness {

    /** How long a listing may not show what is there. */
    private static final Duration LISTED = Duration.ofSeconds(60);

    private final SessionParts parts;
    private final Looks looks;
    private final WrittenContexts written;

    Emptiness(SessionParts parts, Looks looks, WrittenContexts written) {
        this.parts = parts;
        this.looks = looks;
        this.written = written;
    }

    /** What this client knows of a mount from now on. */
    MountState begin(Mount mount) {
        if (mount.policy().uploads()) {
            written.by(mount.context().value(), parts.sessionId());
        }
        return new MountState(mount, parts.runtime().nanos());
    }

    Mono<Boolean> of(MountState state) {
        return Mono.defer(() -> looks.contextEmpty(state.mount())
                .flatMap(empty -> empty && mayLag(state) ? later(state) : Mono.just(empty)));
    }

    private boolean mayLag(MountState state) {
        return age(state).compareTo(LISTED) < 0
                && written.byOthers(state.mount().context().value(), parts.sessionId());
    }

    private Mono<Boolean> later(MountState state) {
        return Mono.delay(LISTED.minus(age(state)), parts.runtime().timer())
                .then(Mono.defer(() -> looks.contextEmpty(state.mount())));
    }

    private Duration age(MountState state) {
        return Duration.ofNanos(parts.runtime().nanos() - state.since());
    }
}
