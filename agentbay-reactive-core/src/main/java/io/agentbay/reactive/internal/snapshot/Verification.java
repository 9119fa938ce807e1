package io.agentbay.reactive.internal.snapshot;

import io.agentbay.reactive.event.Progress;
import io.agentbay.reactive.internal.event.ProgressSink;
import io.agentbay.reactive.internal.snapshot.format.FileRecord;
import io.agentbay.reactive.internal.snapshot.format.Hashes;
import io.agentbay.reactive.internal.snapshot.format.StoredContent;
import io.agentbay.reactive.internal.snapshot.store.ObjectStore;
import io.agentbay.reactive.internal.snapshot.store.StoredObject;
import io.agentbay.reactive.snapshot.VerifyReport;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Proves that files can be restored; what cannot is named by the path of the file. */
final class Verification {

    private final ObjectStore store;
    private final TakeMeter meter;
    private final Damage damage;
    private final ObjectReader reader;

    Verification(ObjectStore store, Tools tools, ProgressSink sink) {
        this.store = store;
        this.meter = new TakeMeter(sink, tools.runtime()::nanos);
        this.damage = new Damage(sink);
        this.reader = new ObjectReader(store, tools, meter::read);
    }

    /**
     * Looks whether all objects of these files are there, and reads some of them back.
     *
     * @param what named in the error
     * @param chosen which groups of files to read
     * @param extras objects nothing refers to
     */
    Mono<VerifyReport> run(
            String what, Collection<FileRecord> files, Predicate<Group> chosen, Flux<StoredObject> extras) {
        return Mono.defer(() -> {
            var contents = contents(files);
            var groups = Group.of(files).stream().filter(chosen).toList();
            meter.plan(
                    Progress.Phase.VERIFYING,
                    groups.stream().mapToLong(group -> group.files().size()).sum(),
                    bytes(groups));
            return new Presence(store)
                    .lost(contents)
                    .doOnNext(lost -> tell(files, lost))
                    .thenMany(Flux.fromIterable(groups))
                    .flatMap(this::check, Limits.OBJECTS_AT_ONCE, 1)
                    .thenMany(extras)
                    .doOnNext(extra -> damage.add(Finding.EXTRA, extra.name()))
                    .reduce(0L, (bytes, extra) -> bytes + extra.size())
                    .flatMap(bytes -> report(what, contents.size(), bytes));
        });
    }

    private static Collection<StoredContent> contents(Collection<FileRecord> files) {
        Map<String, StoredContent> contents = new LinkedHashMap<>();
        files.forEach(
                file -> file.parts().forEach(part -> contents.put(part.content().name(), part.content())));
        return contents.values();
    }

    private static long bytes(List<Group> groups) {
        return groups.stream()
                .flatMap(group -> group.files().stream())
                .mapToLong(FileRecord::size)
                .sum();
    }

    private void tell(Collection<FileRecord> files, Map<String, Long> lost) {
        for (var file : files) {
            for (var part : file.parts()) {
                var length = lost.get(part.content().name());
                if (length != null) {
                    bad(file, length == Presence.ABSENT);
                }
            }
        }
    }

    private void bad(FileRecord file, boolean missing) {
        damage.add(missing ? Finding.MISSING : Finding.CORRUPT, file.path());
    }

    private Mono<Void> check(Group group) {
        return (group.isShared() ? shared(group) : single(group.files().get(0)))
                .onErrorResume(
                        BadObjectException.class,
                        bad -> Mono.fromRunnable(() -> group.files().forEach(file -> bad(file, bad.isMissing()))))
                .doOnSuccess(done -> group.files().forEach(file -> meter.processed(file.path(), file.size())));
    }

    private Mono<Void> shared(Group group) {
        var content = group.files().get(0).parts().get(0).content();
        return reader.content(content)
                .doOnNext(bytes -> group.files().forEach(file -> compare(file, bytes)))
                .then();
    }

    private void compare(FileRecord file, byte[] bytes) {
        var part = file.parts().get(0);
        if (!Hashes.of(bytes, part.offset(), part.length()).equals(file.sha256())) {
            damage.add(Finding.CORRUPT, file.path());
        }
    }

    private Mono<Void> single(FileRecord file) {
        return file.parts().isEmpty() ? Mono.empty() : reader.file(file).then();
    }

    private Mono<VerifyReport> report(String what, long objects, long extraBytes) {
        return damage.isNone()
                ? Mono.just(new VerifyReport(objects, meter.bytesRead(), damage.extra(), extraBytes, meter.elapsed()))
                : Mono.error(damage.error("verify", what));
    }
}
