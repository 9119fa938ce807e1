package io.agentbay.reactive.internal.sync;

import io.agentbay.reactive.error.ErrorDetails;
import io.agentbay.reactive.error.VerificationFailedException;
import io.agentbay.reactive.internal.sync.Base.Common;
import io.agentbay.reactive.sync.MergeReport.Version;
import io.agentbay.reactive.sync.Mount;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Reads again what a merge changed, on both sides; what is the same now is the base of the next one. */
final class MergeCheck {

    private static final int READS = 8;

    private final Looks looks;
    private final ContextStore store;
    private final UnsavedWrites writes;

    MergeCheck(Looks looks, ContextStore store, UnsavedWrites writes) {
        this.looks = looks;
        this.store = store;
        this.writes = writes;
    }

    /** Completes where both sides hold what they should; {@code VerificationFailedException} otherwise. */
    Mono<Void> check(MergePlan plan, List<MergeDone> done) {
        Mount mount = plan.state().mount();
        Map<String, @Nullable Version> touched = touched(done);
        return Mono.defer(() -> {
            long stamp = writes.stamp();
            // The listing before the reading by key: what changes in between shows in neither as common.
            return looks.context(mount)
                    .flatMap(listing -> looks.session(mount)
                            .flatMap(session -> compare(mount, touched, session)
                                    .then(Mono.fromRunnable(() -> remember(plan, touched, session, listing, stamp)))));
        });
    }

    private static Map<String, @Nullable Version> touched(List<MergeDone> done) {
        Map<String, @Nullable Version> touched = new TreeMap<>();
        done.forEach(step -> touched.putAll(step.outcome()));
        return touched;
    }

    private Mono<Void> compare(Mount mount, Map<String, @Nullable Version> touched, Map<String, SeenFile> session) {
        return looks.hashes(mount, touched.keySet())
                .flatMapMany(hashes -> Flux.fromIterable(touched.entrySet())
                        .flatMap(file -> differences(mount, file.getKey(), file.getValue(), session, hashes), READS))
                .collectList()
                .flatMap(found -> found.isEmpty() ? Mono.empty() : Mono.error(failed(found)));
    }

    private Flux<Difference> differences(
            Mount mount,
            String path,
            @Nullable Version expected,
            Map<String, SeenFile> session,
            Map<String, String> hashes) {
        String hash = hashes.get(path);
        SeenFile file = session.get(path);
        Version here = hash == null || file == null ? null : new Version(file.size(), hash);
        return store.look(mount.context().value(), Looks.storedAt(mount), path)
                .map(now -> new Difference(path, expected, new Version(now.size(), now.sha256())))
                .defaultIfEmpty(new Difference(path, expected, null))
                .flatMapIterable(there -> List.of(there, new Difference(path, expected, here)))
                .filter(Difference::differs)
                .map(found -> found.at(mount));
    }

    private static VerificationFailedException failed(List<Difference> found) {
        List<String> missing = new ArrayList<>();
        List<String> corrupt = new ArrayList<>();
        List<String> extra = new ArrayList<>();
        found.forEach(each -> (each.expected == null ? extra : each.actual == null ? missing : corrupt).add(each.path));
        return new VerificationFailedException(
                "After the merge " + found.size() + " files are not as they should be, the first " + found.get(0).path
                        + "; somebody else changes them at the same time, merge again",
                missing,
                corrupt,
                extra,
                ErrorDetails.of("merge").mayHaveHappened(true));
    }

    private void remember(
            MergePlan plan,
            Map<String, @Nullable Version> touched,
            Map<String, SeenFile> session,
            Map<String, SeenFile> listing,
            long stamp) {
        Map<String, Common> common = new HashMap<>();
        plan.steps().forEach(step -> put(common, step.file().path(), step.file().session(), plan.listing()));
        touched.forEach((path, version) -> put(common, path, version, listing));
        plan.state().base(base -> new Base(common));
        boolean quiet = nothingElseChanged(plan.session(), session, touched);
        writes.saved(plan.state().mount().path(), quiet ? stamp : plan.stamp());
    }

    private static void put(
            Map<String, Common> common, String path, @Nullable Version version, Map<String, SeenFile> listing) {
        if (version == null) {
            common.remove(path);
        } else {
            common.put(path, new Common(version.size(), version.sha256(), listing.get(path)));
        }
    }

    /** Then the session holds nothing that is not in the context, what the merge itself wrote included. */
    private static boolean nothingElseChanged(
            Map<String, SeenFile> before, Map<String, SeenFile> now, Map<String, @Nullable Version> touched) {
        return Versions.differences(before, now).stream().allMatch(touched::containsKey)
                && now.values().stream().allMatch(file -> file.modified() != null);
    }

    /** One side of one file. */
    private record Difference(
            String path,
            @Nullable Version expected,
            @Nullable Version actual) {

        boolean differs() {
            return expected == null ? actual != null : !expected.equals(actual);
        }

        Difference at(Mount mount) {
            return new Difference(mount.resolve(path), expected, actual);
        }
    }
}
