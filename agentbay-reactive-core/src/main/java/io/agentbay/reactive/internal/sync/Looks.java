package io.agentbay.reactive.internal.sync;

import io.agentbay.reactive.sync.Mount;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Both sides of a mount: what the session holds, and what the context lists and hands out. */
final class Looks {

    private static final int BATCH = 256;
    private static final int READS = 8;
    /** Files of a mount that are asked for one by one to name its version; two calls each. */
    private static final int ASKED = 256;

    private static final String ROOT = "/";

    private final SessionLooker session;
    private final ContextLooker context;

    Looks(SessionLooker session, ContextLooker context) {
        this.session = session;
        this.context = context;
    }

    Mono<Map<String, SeenFile>> session(Mount mount) {
        return session.walk(mount.path())
                .filter(file -> mount.policy().selector().accepts(file.path()))
                .collectMap(SeenFile::path);
    }

    /** What the session holds, by name alone: where it cannot run commands, sizes cost a call for each file. */
    Mono<Set<String>> sessionNames(Mount mount) {
        return session.names(mount.path())
                .filter(mount.policy().selector()::accepts)
                .collect(Collectors.toSet());
    }

    Mono<Map<String, SeenFile>> context(Mount mount) {
        return context.walk(mount.context().value(), storedAt(mount))
                .filter(file -> mount.policy().selector().accepts(file.path()))
                .collectMap(SeenFile::path);
    }

    /**
     * Whether the context lists nothing under the mount, nor anywhere else: should the service key files by the path
     * below their mount, they are listed at the root.
     */
    Mono<Boolean> contextEmpty(Mount mount) {
        String id = mount.context().value();
        return context.walk(id, storedAt(mount))
                .concatWith(context.walk(id, ROOT))
                .next()
                .map(file -> false)
                .defaultIfEmpty(true);
    }

    /**
     * What a context holds of a mount: by key where the files are few, else as listed.
     *
     * @param more files that may be there without being listed yet
     */
    Mono<Inventory> inventory(Mount mount, Collection<String> more) {
        return context(mount)
                .flatMap(listed -> listed.size() > ASKED
                        ? Mono.just(new Inventory(false, listed))
                        : byKey(mount, together(listed.keySet(), more)));
    }

    /** As the context lists it, for comparison with what was once listed. */
    Mono<Inventory> listed(Mount mount) {
        return context(mount).map(listed -> new Inventory(false, listed));
    }

    /** These files, by key; those that are not there are left out. */
    Mono<Inventory> byKey(Mount mount, Collection<String> paths) {
        return Flux.fromIterable(paths)
                .flatMap(path -> context.head(mount.context().value(), storedAt(mount), path), READS)
                .collectMap(SeenFile::path)
                .map(files -> new Inventory(true, files));
    }

    private static Set<String> together(Set<String> listed, Collection<String> more) {
        return Stream.concat(
                        listed.stream(),
                        more.stream().filter(path -> !listed.contains(path)).limit(ASKED))
                .collect(Collectors.toSet());
    }

    /** Whether so many files are asked for one by one. */
    static boolean asksFor(int files) {
        return files <= ASKED;
    }

    /** SHA-256 of the session's files; one that vanished is left out. */
    Mono<Map<String, String>> hashes(Mount mount, Collection<String> paths) {
        return Flux.fromIterable(paths)
                .buffer(BATCH)
                .concatMap(batch -> session.sha256(mount.path(), batch))
                .collect(HashMap::new, Map::putAll);
    }

    /** Compares by SHA-256, a few at a time; a file that vanished from the session is left out. */
    Flux<Compared> compare(Mount mount, List<String> paths) {
        return Flux.fromIterable(paths)
                .buffer(BATCH)
                .concatMap(batch -> session.sha256(mount.path(), batch))
                .concatMapIterable(Map::entrySet)
                .flatMap(file -> same(mount, file.getKey(), file.getValue()), READS);
    }

    private Mono<Compared> same(Mount mount, String path, String expected) {
        return context.sha256(mount.context().value(), storedAt(mount), path)
                .map(actual -> new Compared(path, expected, actual.equals(expected)))
                .defaultIfEmpty(new Compared(path, expected, false));
    }

    /** The service keys files by the path they were mounted at when they were stored. */
    static String storedAt(Mount mount) {
        String mapped = mount.policy().mappedFrom();
        return mapped == null ? mount.path() : mapped;
    }

    /** One file compared by content; the hash is the session's. */
    record Compared(String path, String sha256, boolean same) {}
}
