package io.agentbay.reactive.local.simulation.invariant;

import io.agentbay.reactive.local.core.StorageModel;
import io.agentbay.reactive.local.simulation.fault.UploadSeen;
import io.agentbay.reactive.local.simulation.history.Truth.Deletion;
import io.agentbay.reactive.local.simulation.workload.SessionDeeds;
import io.agentbay.reactive.local.simulation.world.World;
import java.util.List;
import java.util.Objects;

/**
 * I4: objects that lay in a context before a session mounted it, that never arrived in that session, and that its upload
 * deleted. What was put there later is the risk of sharing, and told as such.
 */
final class Destruction {

    private final World world;

    Destruction(World world) {
        this.world = world;
    }

    List<String> violations() {
        return world.truth().deletions().stream()
                .filter(deletion ->
                        deletion.doing().equals("tick") || deletion.doing().endsWith("DeleteSessionAsync"))
                .map(this::violation)
                .filter(Objects::nonNull)
                .map(Objects::requireNonNull)
                .toList();
    }

    private @org.jspecify.annotations.Nullable String violation(Deletion deletion) {
        var suspects = world.uploads().stream()
                .filter(upload -> upload.context().equals(deletion.context()) && upload.covers(deletion.at()))
                .toList();
        boolean guilty = !suspects.isEmpty()
                && suspects.stream().allMatch(upload -> called(upload) && destroyed(deletion, upload.session()));
        return guilty
                ? "an upload deleted " + deletion.key() + " of " + deletion.context() + " at "
                        + World.seconds(deletion.at()) + ", which session "
                        + suspects.get(0).session() + " had never held"
                : null;
    }

    /** Whether a call asked for it; what the service does to a session that nobody need keep any longer is nobody's. */
    private boolean called(UploadSeen upload) {
        long kept = world.truth().began(upload.session()) + SessionDeeds.KEPT.toNanos();
        return !upload.atEnd() || world.truth().askedToEnd(upload.session()) || upload.at() < kept;
    }

    private boolean destroyed(Deletion deletion, String session) {
        var maker = world.truth().maker(session);
        boolean ours = world.clients().stream()
                .anyMatch(client -> client.name().equals(maker)
                        && !client.life().ended()
                        && !client.dared().contains(session));
        boolean relative = world.service().model().storage().keys() == StorageModel.Keys.RELATIVE;
        var file = relative ? "/mnt/data" + deletion.key() : deletion.key();
        boolean before = deletion.last().at() < world.truth().began(session);
        boolean held =
                world.truth().file(session, file).versions().stream().anyMatch(version -> version.hash() != null);
        boolean byOthers = world.endedByStrangers().contains(session)
                || world.strangers().stream().anyMatch(mount -> mount.startsWith(session));
        return ours && !byOthers && before && !held;
    }
}
