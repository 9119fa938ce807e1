package io.agentbay.reactive.internal.snapshot;

import io.agentbay.reactive.common.Content;
import io.agentbay.reactive.event.Progress;
import io.agentbay.reactive.internal.event.ProgressSink;
import io.agentbay.reactive.internal.snapshot.format.FileRecord;
import io.agentbay.reactive.internal.snapshot.store.ObjectStore;
import io.agentbay.reactive.internal.snapshot.store.StoredObject;
import java.util.Arrays;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Carries a plan out: writes, reads back and compares, and only then deletes. */
final class Restoring {

    private final ObjectStore target;
    private final TakeMeter meter;
    private final Damage damage;
    private final ObjectReader reader;

    Restoring(ObjectStore store, ObjectStore target, Tools tools, ProgressSink sink) {
        this.target = target;
        this.meter = new TakeMeter(sink, tools.runtime()::nanos);
        this.damage = new Damage(sink);
        this.reader = new ObjectReader(store, tools, meter::read);
    }

    TakeMeter meter() {
        return meter;
    }

    Mono<Void> run(RestorePlan plan) {
        return Mono.defer(() -> {
            meter.plan(Progress.Phase.TRANSFERRING, plan.toWrite().size(), plan.bytes());
            return Flux.fromIterable(Group.of(plan.toWrite()))
                    .flatMap(this::write, Limits.OBJECTS_AT_ONCE, 1)
                    .then(Mono.defer(() -> damage.isNone()
                            ? Mono.empty()
                            : Mono.error(damage.error("restore", "not everything could be restored"))))
                    .then(target.flush())
                    .then(Mono.defer(() -> delete(plan)));
        });
    }

    private Mono<Void> write(Group group) {
        var written = group.isShared() ? shared(group) : single(group.files().get(0));
        return written.onErrorResume(
                BadObjectException.class,
                bad -> Mono.fromRunnable(() -> group.files().forEach(file -> bad(file, bad.isMissing()))));
    }

    private void bad(FileRecord file, boolean missing) {
        damage.add(missing ? Finding.MISSING : Finding.CORRUPT, file.path());
    }

    private Mono<Void> shared(Group group) {
        var content = group.files().get(0).parts().get(0).content();
        return reader.content(content)
                .flatMapMany(bytes -> Flux.fromIterable(group.files())
                        .flatMap(file -> put(file, slice(file, bytes)), Limits.WRITTEN_AT_ONCE, 1))
                .then();
    }

    private static Content slice(FileRecord file, byte[] bytes) {
        var part = file.parts().get(0);
        return Content.of(Arrays.copyOfRange(bytes, part.offset(), part.offset() + part.length()));
    }

    private Mono<Void> single(FileRecord file) {
        return put(file, new RestoredContent(file, reader));
    }

    /** What was written is read back: who says that it arrived is not the one who wrote it. */
    private Mono<Void> put(FileRecord file, Content content) {
        return target.put(file.path(), content)
                .then(Streams.sha256(target.get(file.path())))
                .onErrorResume(Damage::isAbsent, gone -> Mono.just(""))
                .doOnNext(hash -> compare(file, hash))
                .then();
    }

    private void compare(FileRecord file, String hash) {
        if (!hash.equals(file.sha256())) {
            bad(file, hash.isEmpty());
        }
        meter.stored(file.size());
        meter.processed(file.path(), file.size());
    }

    private Mono<Void> delete(RestorePlan plan) {
        meter.phase(Progress.Phase.CONFIRMING);
        return Flux.fromIterable(plan.extras())
                .map(StoredObject::name)
                .flatMap(target::delete, Limits.FILES_AT_ONCE, 1)
                .then();
    }
}
