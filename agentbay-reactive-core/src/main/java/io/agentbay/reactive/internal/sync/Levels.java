package io.agentbay.reactive.internal.sync;

import io.agentbay.reactive.common.Figure;
import io.agentbay.reactive.common.MountOutcome.Level;
import io.agentbay.reactive.event.Progress.Phase;
import io.agentbay.reactive.internal.event.ProgressSink;
import io.agentbay.reactive.internal.runtime.ClientRuntime;
import io.agentbay.reactive.sync.Mount;
import io.agentbay.reactive.sync.SyncReport.Coverage;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

/** Evidence beyond the service's word: every expected file listed with its size, then content compared by hash. */
final class Levels {

    /** Listings lag; what is not listed by then is unknown, not absent. */
    private static final Duration LISTING = Duration.ofSeconds(60);

    private static final Duration FIRST_PAUSE = Duration.ofMillis(500);
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(5);
    private static final int NAMED = 5;

    private final ClientRuntime runtime;
    private final Looks looks;

    Levels(ClientRuntime runtime, Looks looks) {
        this.runtime = runtime;
        this.looks = looks;
    }

    /** What was reached, at least the minimum; {@link LevelMissed} otherwise. */
    Mono<Reached> prove(Mount mount, SyncJob job, Mono<Sides> look, ProgressSink progress) {
        return Mono.defer(() -> {
                    progress.update(now -> now.withPhase(Phase.CONFIRMING));
                    return listed(
                            look.doOnNext(sides -> progress.update(sides::arrived)), runtime.nanos(), FIRST_PAUSE);
                })
                .flatMap(sides ->
                        job.minimum() == Level.LISTED ? requireListed(sides) : verify(mount, job, sides, progress));
    }

    /**
     * Compares all by hash: VERIFIED or {@link LevelMissed}. A file that is not in the session was deleted there since an
     * upload began; it is what a download did not bring.
     */
    Mono<Reached> verify(Mount mount, SyncJob job, Sides sides, ProgressSink progress) {
        List<String> paths = sides.expected().keySet().stream().sorted().toList();
        HashMeter done = new HashMeter(sides, progress, runtime::nanos);
        Map<String, String> same = new ConcurrentHashMap<>();
        return looks.compare(mount, paths)
                .doOnSubscribe(subscribed -> done.begin())
                .doOnNext(file -> done.hashed(file.path()))
                .doOnNext(file -> {
                    if (file.same()) {
                        same.put(file.path(), file.sha256());
                    }
                })
                .filter(file -> !file.same())
                .map(Looks.Compared::path)
                .take(NAMED)
                .sort()
                .collectList()
                .map(different -> different.isEmpty() && !job.upload() ? without(same.keySet(), paths) : different)
                .flatMap(different -> verified(new Seen(sides, same), done.files(), different));
    }

    private static List<String> without(Set<String> same, List<String> paths) {
        return paths.stream().filter(path -> !same.contains(path)).limit(NAMED).toList();
    }

    /** Compares one file by hash, whatever its listing says: VERIFIED or {@link LevelMissed}. */
    Mono<Reached> verify(Mount mount, String file, ProgressSink progress) {
        progress.update(now -> now.withPhase(Phase.VERIFYING)
                .withFiles(Figure.measured(0), Figure.measured(1))
                .withCurrent(file));
        return looks.compare(mount, List.of(file))
                .filter(Looks.Compared::same)
                .next()
                .doOnNext(same -> progress.update(now -> now.withFiles(Figure.measured(1), now.filesTotal())))
                .map(same -> new Reached(Level.VERIFIED, new Coverage(1, 1, 1), null))
                .switchIfEmpty(Mono.error(() -> missed(file)));
    }

    private static LevelMissed missed(String file) {
        return new LevelMissed(Level.CONFIRMED, "content differs or is not there: " + file, null);
    }

    private static Mono<Reached> verified(Seen seen, long hashed, List<String> different) {
        return different.isEmpty()
                ? Mono.just(new Reached(Level.VERIFIED, coverage(seen.sides(), hashed), seen))
                : Mono.error(new LevelMissed(
                        Level.CONFIRMED, "content differs or is not there: " + String.join(", ", different), null));
    }

    private Mono<Sides> listed(Mono<Sides> look, long since, Duration pause) {
        return look.flatMap(sides -> {
            boolean waitOn = !sides.missing().isEmpty() && runtime.nanos() - since < LISTING.toNanos();
            return waitOn
                    ? Mono.delay(pause, runtime.timer()).then(Mono.defer(() -> listed(look, since, longer(pause))))
                    : Mono.just(sides);
        });
    }

    private static Duration longer(Duration pause) {
        Duration next = pause.multipliedBy(3).dividedBy(2);
        return next.compareTo(LONGEST_PAUSE) > 0 ? LONGEST_PAUSE : next;
    }

    private static Mono<Reached> requireListed(Sides sides) {
        List<String> missing = sides.missing();
        if (missing.isEmpty()) {
            return Mono.just(new Reached(Level.LISTED, coverage(sides, 0), new Seen(sides, Map.of())));
        }
        String names = String.join(", ", missing.subList(0, Math.min(NAMED, missing.size())));
        return Mono.error(new LevelMissed(
                Level.CONFIRMED,
                missing.size() + " of " + sides.expected().size() + " files are not listed after " + LISTING.toSeconds()
                        + " s, which proves nothing either way: " + names,
                null));
    }

    static Coverage coverage(Sides sides, long hashed) {
        int expected = sides.expected().size();
        return new Coverage(expected, expected - sides.missing().size(), hashed);
    }

    /** The level reached, on how much, and what was seen; null when nobody looked. */
    record Reached(Level level, Coverage coverage, @Nullable Seen seen) {}
}
