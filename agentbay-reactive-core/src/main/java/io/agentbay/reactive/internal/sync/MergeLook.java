package io.agentbay.reactive.internal.sync;

import io.agentbay.reactive.internal.runtime.Both;
import io.agentbay.reactive.internal.sync.Base.Common;
import io.agentbay.reactive.sync.ConflictRule;
import io.agentbay.reactive.sync.MergeReport.Version;
import io.agentbay.reactive.sync.Mount;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.util.function.Tuples;

/**
 * Looks at both sides of a mount for a merge. The session's files are all hashed; the context's are read by key, unless
 * the session did not change them and the listing is as it was when they were last the same.
 */
final class MergeLook {

    private static final int READS = 8;

    private final Looks looks;
    private final ContextStore store;
    private final UnsavedWrites writes;

    MergeLook(Looks looks, ContextStore store, UnsavedWrites writes) {
        this.looks = looks;
        this.store = store;
        this.writes = writes;
    }

    Mono<MergePlan> plan(MountState state, ConflictRule rule) {
        return Mono.defer(() -> {
            long stamp = writes.stamp();
            Mount mount = state.mount();
            return Both.of(looks.session(mount), looks.context(mount), Tuples::of)
                    .flatMap(both -> looks.hashes(mount, both.getT1().keySet())
                            .map(hashes -> new Sight(mount, base(state), both.getT1(), hashes, both.getT2())))
                    .flatMap(sight -> steps(sight, rule)
                            .map(steps -> new MergePlan(state, stamp, sight.session, sight.listing, steps)));
        });
    }

    private static Map<String, Common> base(MountState state) {
        Base base = state.base();
        return base == null ? Map.of() : base.files();
    }

    private Mono<List<MergeStep>> steps(Sight sight, ConflictRule rule) {
        return Flux.fromIterable(sight.paths())
                .flatMapSequential(path -> file(sight, path), READS)
                .map(file -> MergeStep.of(file, rule))
                .collectList();
    }

    private Mono<MergePath> file(Sight sight, String path) {
        Version base = sight.base(path);
        Version session = sight.session(path);
        if (base != null && base.equals(session) && sight.listedAsBefore(path)) {
            return Mono.just(new MergePath(path, base, session, base));
        }
        return store.look(sight.mount.context().value(), Looks.storedAt(sight.mount), path)
                .map(now -> new MergePath(path, base, session, new Version(now.size(), now.sha256())))
                .defaultIfEmpty(new MergePath(path, base, session, null));
    }

    /** All that was seen of a mount before its context is read by key. */
    private record Sight(
            Mount mount,
            Map<String, Common> base,
            Map<String, SeenFile> session,
            Map<String, String> hashes,
            Map<String, SeenFile> listing) {

        SortedSet<String> paths() {
            SortedSet<String> all = new TreeSet<>(session.keySet());
            all.addAll(listing.keySet());
            all.addAll(base.keySet());
            return all;
        }

        @Nullable
        Version base(String path) {
            Common common = base.get(path);
            return common == null ? null : new Version(common.size(), common.sha256());
        }

        /** A file that vanished since the walk is not there. */
        @Nullable
        Version session(String path) {
            SeenFile file = session.get(path);
            String hash = hashes.get(path);
            return file == null || hash == null ? null : new Version(file.size(), hash);
        }

        /** Without a time, an entry of the same size proves nothing. */
        boolean listedAsBefore(String path) {
            Common common = base.get(path);
            SeenFile before = common == null ? null : common.listed();
            return before != null && before.modified() != null && before.equals(listing.get(path));
        }
    }
}
