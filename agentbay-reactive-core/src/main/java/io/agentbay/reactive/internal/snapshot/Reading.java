package io.agentbay.reactive.internal.snapshot;

import io.agentbay.reactive.event.Progress;
import io.agentbay.reactive.internal.snapshot.store.ObjectStore;
import io.agentbay.reactive.internal.snapshot.store.StoredObject;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

/**
 * The source of one snapshot, listed and read until two listings in a row are the same and everything read of it is in
 * the store, or it never gets quiet. Used by one subscriber at a time.
 */
final class Reading {

    private final ObjectStore source;
    private final Tools tools;
    private final TakeMeter meter;
    private final Intake intake;
    private final Presence presence;
    private final Base base;
    private final Map<String, Taken> taken = new TreeMap<>();
    private final Set<String> changed = new HashSet<>();
    private final Set<String> checked = new HashSet<>();
    private final Set<String> lostObjects = new HashSet<>();
    private final Set<String> lostNow = new HashSet<>();
    private @Nullable Tree tree;

    Reading(ObjectStore source, Tools tools, TakeMeter meter, Intake intake, Presence presence, Base base) {
        this.source = source;
        this.tools = tools;
        this.meter = meter;
        this.intake = intake;
        this.presence = presence;
        this.base = base;
    }

    /** Completes when it is quiet, or was not in as many rounds as there may be; {@link #changed} tells. */
    Mono<Void> run() {
        return list().flatMap(first -> round(first, 1));
    }

    /** Reads again what stands in these objects. */
    Mono<Void> repair(Set<String> objects) {
        return Mono.defer(() -> {
            forget(objects);
            return round(tree(), 1);
        });
    }

    private Mono<Tree> list() {
        return Tree.of(source, tools.runtime()::nanos);
    }

    private Mono<Void> round(Tree now, int number) {
        return Mono.defer(() -> {
            tree = now;
            changed.clear();
            lostNow.clear();
            meter.plan(Progress.Phase.TRANSFERRING, now.files().size(), now.bytes());
            taken.keySet().retainAll(now.files().keySet());
            return read(now, missing(now))
                    .then(Mono.defer(this::loseWhatIsLost))
                    .then(list())
                    .flatMap(after -> next(now, after, number));
        });
    }

    private Mono<Void> next(Tree before, Tree after, int number) {
        changed.addAll(before.changes(after));
        before.files().keySet().stream()
                .filter(path -> !taken.containsKey(path))
                .forEach(changed::add);
        if (changed.isEmpty() || number == Limits.ROUNDS) {
            return Mono.empty();
        }
        taken.keySet().removeAll(changed);
        return round(after, number + 1);
    }

    /** What is not known from the base or from an earlier round. */
    private List<StoredObject> missing(Tree now) {
        for (var file : now.files().values()) {
            var known = taken.containsKey(file.name()) ? null : base.unchanged(file);
            if (known != null && !Base.isIn(lostObjects, known)) {
                taken.put(file.name(), Taken.of(file, known));
            }
            if (taken.containsKey(file.name())) {
                meter.processed(file.name(), file.size());
            }
        }
        return now.files().values().stream()
                .filter(file -> !taken.containsKey(file.name()))
                .toList();
    }

    /** What changed just before the listing is read so late that another change would have to show. */
    private Mono<Void> read(Tree now, List<StoredObject> files) {
        var newest = now.newest();
        var young = files.stream().collect(Collectors.partitioningBy(file -> isYoung(file, newest)));
        return read(young.getOrDefault(false, List.of()))
                .then(young.getOrDefault(true, List.of()).isEmpty() ? Mono.empty() : settle(now))
                .then(Mono.defer(() -> read(young.getOrDefault(true, List.of()))));
    }

    private static boolean isYoung(StoredObject file, @Nullable Instant newest) {
        return file.modified() != null && newest != null && file.modified().isAfter(newest.minus(Limits.RACY));
    }

    private Mono<Void> settle(Tree now) {
        return Mono.defer(() -> {
            var passed = Duration.ofNanos(tools.runtime().nanos() - now.answeredAt());
            var left = Limits.RACY.minus(passed);
            return left.isNegative()
                    ? Mono.empty()
                    : Mono.delay(left, tools.runtime().timer()).then();
        });
    }

    private Mono<Void> read(List<StoredObject> files) {
        return files.isEmpty()
                ? Mono.empty()
                : intake.take(files)
                        .doOnNext(one -> taken.put(one.file().name(), one))
                        .then();
    }

    /** What the store acknowledged and does not have is read again. */
    private Mono<Void> loseWhatIsLost() {
        var fresh = intake.uploads().stored().stream()
                .filter(content -> checked.add(content.name()))
                .toList();
        return fresh.isEmpty()
                ? Mono.empty()
                : presence.lost(fresh).doOnNext(gone -> forget(gone.keySet())).then();
    }

    /** Files that stand in these objects. */
    Set<String> using(Set<String> objects) {
        return taken.values().stream()
                .filter(one -> Known.uses(objects, one))
                .map(one -> one.file().name())
                .collect(Collectors.toSet());
    }

    private void forget(Set<String> objects) {
        if (!objects.isEmpty()) {
            var hit = using(objects);
            lostObjects.addAll(objects);
            lostNow.addAll(hit);
            taken.keySet().removeAll(hit);
            intake.known().forget(objects);
        }
    }

    Map<String, Taken> taken() {
        return taken;
    }

    /** What was not the same in the last two listings, or could not be read. */
    Set<String> changed() {
        return changed;
    }

    /** Files whose content the store lost in the last round. */
    Set<String> lost() {
        return lostNow;
    }

    Tree tree() {
        if (tree == null) {
            throw new IllegalStateException("nothing was listed");
        }
        return tree;
    }
}
