package io.agentbay.reactive.internal.snapshot;

import io.agentbay.reactive.error.ErrorDetails;
import io.agentbay.reactive.error.InvalidRequestException;
import io.agentbay.reactive.error.SnapshotInconsistentException;
import io.agentbay.reactive.error.VerificationFailedException;
import io.agentbay.reactive.event.Progress;
import io.agentbay.reactive.internal.snapshot.format.Layout;
import io.agentbay.reactive.internal.snapshot.format.Manifest;
import io.agentbay.reactive.internal.snapshot.format.StoredContent;
import io.agentbay.reactive.internal.snapshot.store.ObjectStore;
import io.agentbay.reactive.snapshot.SnapshotRequest;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * The making of one snapshot: what stands in marked objects is stored anew; the manifest comes last; what a prune
 * marked meanwhile is looked after before success is reported.
 */
final class Taking {

    private final SnapshotRequest request;
    private final ObjectStore source;
    private final Vault vault;
    private final Tools tools;
    private final TakeMeter meter;
    private final boolean thorough;
    private final Marked marked;
    private final Uploads uploads;
    private final Instant began;

    Taking(SnapshotRequest request, ObjectStore source, Vault vault, Tools tools, TakeMeter meter, boolean thorough) {
        this.request = request;
        this.source = source;
        this.vault = vault;
        this.tools = tools;
        this.meter = meter;
        this.thorough = thorough;
        this.marked = new Marked(vault.catalog());
        this.uploads = new Uploads(vault.store(), tools, meter);
        this.began = tools.runtime().clock().instant();
    }

    Mono<Manifest> run() {
        return catalog()
                .view()
                .delayUntil(this::claim)
                .flatMap(view -> marked.fresh(view).flatMap(names -> base(view, names)))
                .flatMap(this::takeOver);
    }

    /** Names of the objects this run stored. */
    Set<String> stored() {
        return uploads.stored().stream().map(StoredContent::name).collect(Collectors.toSet());
    }

    private Catalog catalog() {
        return vault.catalog();
    }

    /** Makes the place a store, unless it holds something else. */
    private Mono<Void> claim(CatalogView view) {
        if (view.isStore()) {
            return Mono.empty();
        }
        var foreign = vault.store().list("/").filter(object -> !object.name().startsWith(Layout.ROOT + "/"));
        return (vault.shared() ? foreign.next() : Mono.<Object>empty())
                .flatMap(file -> Mono.<Void>error(this::notAStore))
                .then(catalog().writeMarker());
    }

    private InvalidRequestException notAStore() {
        return refused(vault.label() + " holds files and is no store of snapshots; give it an empty context");
    }

    private static InvalidRequestException refused(String why) {
        return new InvalidRequestException(why, 0, ErrorDetails.of("snapshot").attempts(0));
    }

    /** The newest snapshot of this source that can be read; a damaged one is passed over, never relied on. */
    private Mono<Base> base(CatalogView view, Set<String> names) {
        return Flux.fromIterable(catalog().of(view, request.context().value()))
                .concatMap(name -> catalog().manifest(name).onErrorComplete(VerificationFailedException.class), 1)
                .filter(manifest -> manifest.source().equals(request.context()))
                .next()
                .map(manifest -> Base.of(manifest, names))
                .defaultIfEmpty(Base.none());
    }

    private Mono<Manifest> takeOver(Base base) {
        var intake = new Intake(source, tools, meter, Known.of(base), uploads);
        var reading = new Reading(source, tools, meter, intake, new Presence(vault.store()), base);
        return reading.run()
                .then(Mono.defer(() -> thorough ? repairLost(reading) : Mono.empty()))
                .then(Mono.defer(() -> repairMarked(reading)))
                .then(Mono.defer(() -> check(reading)))
                .then(Mono.defer(() -> publish(reading, Limits.PUBLISHED)));
    }

    /** What an earlier snapshot stored and the store lost since is stored again. */
    private Mono<Void> repairLost(Reading reading) {
        var relied = reading.taken().values().stream()
                .flatMap(one -> one.slices().stream())
                .map(slice -> slice.slot().content())
                .collect(Collectors.toSet());
        return new Presence(vault.store())
                .lost(relied)
                .flatMap(lost -> lost.isEmpty() ? Mono.empty() : reading.repair(lost.keySet()));
    }

    /**
     * What a prune marked meanwhile is stored again; but for what this run stored itself: unless it took very long, it
     * has its manifest before any mark made meanwhile is old enough to be used.
     */
    private Mono<Void> repairMarked(Reading reading) {
        return catalog().view().flatMap(marked::fresh).flatMap(names -> {
            Set<String> others = new HashSet<>(names);
            if (!isSlow()) {
                others.removeAll(stored());
            }
            return reading.taken().values().stream().anyMatch(one -> Known.uses(others, one))
                    ? reading.repair(others)
                    : Mono.empty();
        });
    }

    private Mono<Void> check(Reading reading) {
        if (reading.tree().files().containsKey(Layout.MARKER)) {
            return Mono.error(refused(request.context() + " is itself a store of snapshots"));
        }
        if (!reading.lost().isEmpty()) {
            return Mono.error(lost(reading.lost()));
        }
        return reading.changed().isEmpty() || request.allowsInconsistent()
                ? Mono.empty()
                : Mono.error(inconsistent(reading.changed()));
    }

    private static SnapshotInconsistentException inconsistent(Set<String> changed) {
        var paths = first(changed);
        return new SnapshotInconsistentException(
                changed.size() + " files kept changing while the snapshot was taken, such as " + paths.get(0),
                paths,
                ErrorDetails.of("snapshot"));
    }

    private static VerificationFailedException lost(Set<String> files) {
        return new VerificationFailedException(
                "the store acknowledged content and does not have it: of " + files.size() + " files",
                first(files),
                List.of(),
                List.of(),
                ErrorDetails.of("snapshot"));
    }

    static List<String> first(Set<String> paths) {
        return paths.stream().sorted().limit(Limits.NAMED).toList();
    }

    /** Only a manifest all of whose objects are still there counts; else it goes, and what is gone is stored again. */
    private Mono<Manifest> publish(Reading reading, int tries) {
        meter.phase(Progress.Phase.CONFIRMING);
        var draft = new Draft(request, reading, uploads, tools.runtime().clock().instant());
        return catalog()
                .publishManifest(draft::manifest)
                .flatMap(name -> draft.made()
                        .flatMap(manifest -> gone(manifest)
                                .flatMap(gone -> gone.isEmpty()
                                        ? Mono.just(manifest)
                                        : catalog().remove(name).then(again(reading, gone, tries)))));
    }

    private Mono<Manifest> again(Reading reading, Set<String> gone, int tries) {
        return tries == 1
                ? Mono.error(() -> lost(reading.using(gone)))
                : Mono.defer(() -> reading.repair(gone))
                        .then(Mono.defer(() -> check(reading)))
                        .then(Mono.defer(() -> publish(reading, tries - 1)));
    }

    /** A prune that marked while this was written, or has swept since it began, may have taken what this relies on. */
    private Mono<Set<String>> gone(Manifest manifest) {
        return catalog()
                .view()
                .flatMap(marked::fresh)
                .map(names -> manifest.contents().stream()
                        .filter(content -> isSlow() || names.contains(content.name()))
                        .toList())
                .flatMap(doubtful -> doubtful.isEmpty()
                        ? Mono.just(Set.<String>of())
                        : new Presence(vault.store()).lost(doubtful).map(Map::keySet));
    }

    /**
     * Slow enough for a prune to have marked and swept all the while. Two clocks, because the monotonic one stands still
     * while a machine sleeps, and the other can be set back.
     */
    private boolean isSlow() {
        var byWall = Duration.between(began, tools.runtime().clock().instant());
        return Stream.of(meter.elapsed(), byWall).anyMatch(took -> took.compareTo(Limits.GRACE.dividedBy(2)) > 0);
    }
}
