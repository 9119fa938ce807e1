package io.agentbay.reactive.internal.session;

import io.agentbay.reactive.sync.Mount;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** What is mounted in one session, what is being mounted, and what may be mounted without anybody knowing. */
final class SessionMounts {

    private final List<Mount> mounts;
    private final List<Mount> binding = new ArrayList<>();
    private final List<Mount> doubtful = new ArrayList<>();

    SessionMounts(List<Mount> mounts) {
        this.mounts = new CopyOnWriteArrayList<>(mounts);
    }

    /** Grows when a context is bound. */
    List<Mount> live() {
        return mounts;
    }

    List<Mount> now() {
        return List.copyOf(mounts);
    }

    /** Those whose binding ended without an answer that counts. */
    synchronized List<Mount> doubtful() {
        return List.copyOf(doubtful);
    }

    /** Reserves the mount's place unless {@code refusal}, asked with all that is taken, has something against it. */
    synchronized <E extends Throwable> @Nullable E begin(Mount mount, Function<List<Mount>, @Nullable E> refusal) {
        var taken = new ArrayList<>(mounts);
        taken.addAll(binding);
        var refused = refusal.apply(taken);
        if (refused == null) {
            binding.add(mount);
        }
        return refused;
    }

    /** The service lists it. */
    synchronized void bound(Mount mount) {
        absent(mount);
        mounts.add(mount);
    }

    /** Nobody knows. */
    synchronized void unknown(Mount mount) {
        absent(mount);
        doubtful.add(mount);
    }

    /** The attempt to bind it ended, one way or another. */
    synchronized void over(Mount mount) {
        binding.remove(mount);
    }

    /** It is not there. */
    synchronized void absent(Mount mount) {
        doubtful.removeIf(other -> other.path().equals(mount.path()));
    }
}
