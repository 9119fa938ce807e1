package io.agentbay.reactive.internal.snapshot;

import io.agentbay.reactive.common.Content;
import io.agentbay.reactive.internal.snapshot.format.Layout;
import io.agentbay.reactive.internal.snapshot.store.ObjectStore;
import io.agentbay.reactive.internal.snapshot.store.StoredObject;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** The time of a store: what it says of something written just now. */
final class StoreClock {

    private static final String PROBE = Layout.catalog("clock-");

    private static final int LOOKS = 13;
    private static final Duration BETWEEN_LOOKS = Duration.ofSeconds(5);

    private final ObjectStore store;
    private final Tools tools;

    StoreClock(ObjectStore store, Tools tools) {
        this.store = store;
        this.tools = tools;
    }

    /** A time the store has reached; the distant past when it tells none. Clears probes that a crash left behind. */
    Mono<Instant> now() {
        var probe = PROBE + tools.newRun();
        return store.put(probe, Content.of("{}"))
                .then(listed(probe, LOOKS))
                .flatMap(listed -> clear(probe, listed).thenReturn(time(probe, listed)));
    }

    /** Listings lag; without its probe a store where nothing was written for long would never tell the time. */
    private Mono<List<StoredObject>> listed(String probe, int looks) {
        return store.list(Layout.CATALOG)
                .collectList()
                .flatMap(all -> looks == 1
                                || all.stream().anyMatch(object -> object.name().equals(probe))
                        ? Mono.just(all)
                        : Mono.delay(BETWEEN_LOOKS, tools.runtime().timer())
                                .then(Mono.defer(() -> listed(probe, looks - 1))));
    }

    /** A listing that does not show the probe yet still shows what was written before. */
    private static Instant time(String probe, List<StoredObject> listed) {
        return modified(listed, probe)
                .or(() -> listed.stream()
                        .map(StoredObject::modified)
                        .filter(Objects::nonNull)
                        .max(Comparator.naturalOrder()))
                .orElse(Instant.MIN);
    }

    private static Optional<Instant> modified(List<StoredObject> listed, String name) {
        return listed.stream()
                .filter(object -> object.name().equals(name))
                .findFirst()
                .map(StoredObject::modified);
    }

    private Mono<Void> clear(String probe, List<StoredObject> listed) {
        var old = time(probe, listed);
        return Flux.fromIterable(listed)
                .filter(object -> object.name().startsWith(PROBE) && isLeft(object, old))
                .map(StoredObject::name)
                .concatWithValues(probe)
                .distinct()
                .concatMap(store::delete, 1)
                .then();
    }

    /** Another prune's probe is gone long before this. */
    private static boolean isLeft(StoredObject probe, Instant now) {
        var written = probe.modified();
        return written != null && written.plus(Limits.GRACE).isBefore(now);
    }
}
