package io.agentbay.reactive.local.simulation.invariant;

import io.agentbay.reactive.local.simulation.history.Op;
import io.agentbay.reactive.local.simulation.history.Sha256;
import io.agentbay.reactive.local.simulation.history.Told;
import io.agentbay.reactive.local.simulation.world.Client;
import io.agentbay.reactive.local.simulation.world.World;
import io.agentbay.reactive.snapshot.Snapshot;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** I5 for restores: what succeeded has put every file of the snapshot where it belongs. */
public final class Restored {

    private final World world;
    private final Op op;
    private final Map<String, String> wanted;

    public Restored(World world, Op op, Snapshot snapshot) {
        this.world = world;
        this.op = op;
        this.wanted = world.stores().told(snapshot.id()).map(Told::files).orElse(Map.of());
    }

    private String said(String path, String but) {
        return op.step() + " " + op.what() + " succeeded, but " + path + " " + but;
    }

    /** Violated when the directory does not hold the files now. */
    public @Nullable String directory(Client client, Path directory) {
        var there = client.files().below(directory);
        return wanted.entrySet().stream()
                .filter(file -> !file.getValue()
                        .equals(Optional.ofNullable(there.get(file.getKey().substring(1)))
                                .map(Sha256::of)
                                .orElse("")))
                .findFirst()
                .map(file -> said(file.getKey(), "is not there as it was"))
                .orElse(null);
    }

    /**
     * Violated when the context never held a file meanwhile, or one that it has not stayed all the while, and long
     * enough before to be listed.
     */
    public @Nullable String context(String context) {
        for (var file : wanted.entrySet()) {
            boolean arrived = world.truth()
                    .object(context, file.getKey())
                    .everBetween(
                            op.invoked(), op.ended(), version -> file.getValue().equals(version.hash()));
            if (!arrived) {
                return said(file.getKey(), "was never there as it was");
            }
        }
        long listed = op.invoked() - world.listingLag().toNanos();
        for (var key : world.truth().keys(context)) {
            if (!wanted.containsKey(key) && world.truth().object(context, key).stayedBetween(listed, op.ended())) {
                return said(key, "stayed, which it has not");
            }
        }
        return null;
    }
}
