package io.agentbay.reactive.internal.sync;

import io.agentbay.reactive.common.MountOutcome.Level;
import io.agentbay.reactive.sync.Mount;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

/** The rounds of one session, key by key. */
final class DefaultSyncRounds implements SyncRounds {

    /** What is remembered of keys that are no mount's; single files that were transferred are many. */
    private static final int REMEMBERED = 4_096;

    private final SessionParts parts;
    private final List<Mount> mounts;
    private final Map<Key, RoundQueue> queues = new LinkedHashMap<>(16, 0.75f, true);

    /** The list may grow: contexts are bound to running sessions. */
    DefaultSyncRounds(SessionParts parts, List<Mount> mounts) {
        this.parts = parts;
        this.mounts = mounts;
    }

    @Override
    public Mono<Accepted> run(Key key, @Nullable Duration deadline) {
        return Mono.defer(() -> {
            long began = parts.runtime().nanos();
            return queue(key)
                    .join(RoundWatcher.NONE, deadline)
                    .map(evidence -> accepted(key, evidence, began))
                    .onErrorMap(error -> Outcomes.publicError(parts.sessionId(), key, Level.CONFIRMED, error));
        });
    }

    synchronized RoundQueue queue(Key key) {
        RoundQueue queue = queues.computeIfAbsent(key, this::newQueue);
        forgetOldest();
        return queue;
    }

    private RoundQueue newQueue(Key key) {
        return new RoundQueue(new RoundSetting(parts, key, () -> mountedOnce(key)));
    }

    private void forgetOldest() {
        if (queues.size() > REMEMBERED) {
            var eldest = queues.values().iterator();
            if (eldest.next().idle()) {
                eldest.remove();
            }
        }
    }

    private boolean mountedOnce(Key key) {
        var ofContext = mounts.stream()
                .filter(mount -> mount.context().value().equals(key.contextId()))
                .toList();
        return ofContext.size() == 1 && ofContext.get(0).path().equals(key.path());
    }

    private Accepted accepted(Key key, Evidence evidence, long began) {
        return new Accepted(
                key,
                evidence.task().startTime(),
                evidence.task().finishTime(),
                between(began, evidence.triggeredAt()),
                between(evidence.triggeredAt(), evidence.seenAt()),
                between(evidence.seenAt(), evidence.endedAt()),
                between(evidence.endedAt(), parts.runtime().nanos()),
                evidence.polls());
    }

    static Duration between(long from, long to) {
        return Duration.ofNanos(Math.max(0, to - from));
    }
}
