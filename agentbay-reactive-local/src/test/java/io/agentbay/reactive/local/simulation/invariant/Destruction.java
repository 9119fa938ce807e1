package io.agentbay.reactive.local.simulation.invariant;

import io.agentbay.reactive.error.SessionNotSavedException;
import io.agentbay.reactive.local.core.StorageModel;
import io.agentbay.reactive.local.core.TaskFault;
import io.agentbay.reactive.local.core.TaskRun;
import io.agentbay.reactive.local.simulation.fault.UploadSeen;
import io.agentbay.reactive.local.simulation.history.Truth.Deletion;
import io.agentbay.reactive.local.simulation.workload.SessionDeeds;
import io.agentbay.reactive.local.simulation.world.World;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * I4: objects that lay in a context before a session mounted it, that never arrived in that session, and that its upload
 * deleted. What was put there later is the risk of sharing, and told as such.
 */
final class Destruction {

    /** How long a create that is not answered waits, and the looks for its session after that, at most. */
    private static final Duration LOOKED_FOR = Duration.ofMinutes(2);

    private final World world;

    Destruction(World world) {
        this.world = world;
    }

    List<String> violations() {
        return world.truth().deletions().stream()
                .filter(this::isUploads)
                .filter(deletion -> neverHeld(deletion) && isListed(deletion))
                .filter(deletion -> isOurs(deletion) && !isDeceived(deletion) && !isGivenUp(deletion))
                .map(this::words)
                .toList();
    }

    private String words(Deletion deletion) {
        return "an upload deleted " + deletion.key() + " of " + deletion.context() + " at "
                + World.seconds(deletion.at()) + ", which session " + deletion.session() + " had never held";
    }

    private boolean isUploads(Deletion deletion) {
        boolean works = deletion.doing().equals("tick") || deletion.doing().endsWith("DeleteSessionAsync");
        return works && !deletion.session().isEmpty();
    }

    private boolean neverHeld(Deletion deletion) {
        return SessionDeeds.MOUNTS.stream()
                .map(mount -> file(mount, deletion.key()))
                .allMatch(file -> world.truth().file(deletion.session(), file).versions().stream()
                        .allMatch(version -> version.hash() == null));
    }

    private String file(String mount, String key) {
        boolean relative = world.service().model().storage().keys() == StorageModel.Keys.RELATIVE;
        return relative ? mount + key : key;
    }

    /** Whether it was there long enough before the session began to be listed by then. */
    private boolean isListed(Deletion deletion) {
        return deletion.last().at() + world.listingLag().toNanos()
                < world.truth().began(deletion.session());
    }

    /** Whether the session is one of a client that lives, and nobody else synced or ended it. */
    private boolean isOurs(Deletion deletion) {
        var session = deletion.session();
        var maker = world.truth().maker(session);
        boolean lives = world.clients().stream()
                .anyMatch(
                        client -> client.name().equals(maker) && !client.life().ended());
        boolean byOthers = world.endedByStrangers().contains(session)
                || world.strangers().stream().anyMatch(mount -> mount.startsWith(session));
        return lives && !byOthers;
    }

    /** Whether the service said of a download that it succeeded, and had not moved everything. */
    private boolean isDeceived(Deletion deletion) {
        return world.weather().struck().stream()
                .anyMatch(struck -> struck.run().sessionId().equals(deletion.session())
                        && struck.run().direction() == TaskRun.Direction.DOWNLOAD
                        && (struck.fault().kind() == TaskFault.Kind.LOSE_DATA
                                || struck.fault().kind() == TaskFault.Kind.LOSE_HALF));
    }

    /** Whether somebody asked for that by name, or nobody need keep the session any longer and no call ended it. */
    private boolean isGivenUp(Deletion deletion) {
        var session = deletion.session();
        boolean byName = world.clients().stream()
                .anyMatch(client ->
                        client.dared().contains(session) || client.detached().contains(session));
        return byName || upload(deletion).filter(this::isLeftAlone).isPresent();
    }

    private Optional<UploadSeen> upload(Deletion deletion) {
        return world.uploads().stream()
                .filter(upload -> upload.session().equals(deletion.session())
                        && upload.context().equals(deletion.context())
                        && upload.at() <= deletion.at())
                .max(Comparator.comparingLong(UploadSeen::at));
    }

    /** Whether the service ended a session that nobody ended, and that nobody had to keep, or no longer. */
    private boolean isLeftAlone(UploadSeen upload) {
        if (!upload.atEnd() || world.truth().askedToEnd(upload.session())) {
            return false;
        }
        long age = upload.at() - world.truth().began(upload.session());
        return age >= SessionDeeds.KEPT.toNanos()
                || isHidden(upload.session(), age)
                || isForgotten(upload)
                || isShutDown(upload);
    }

    /** Whether a client that got no answer to its create could not have found the session by its label. */
    private boolean isHidden(String session, long age) {
        return !isReceived(session)
                && age
                        < world.service()
                                .model()
                                .sessions()
                                .labelLag()
                                .plus(LOOKED_FOR)
                                .toNanos();
    }

    /** Whether a program had the session, was told of nothing unsaved in it, and let its idle time pass. */
    private boolean isForgotten(UploadSeen upload) {
        boolean told = world.history().ops().stream()
                .anyMatch(op -> op.ended() <= upload.at()
                        && op.error() instanceof SessionNotSavedException unsaved
                        && unsaved.session().value().equals(upload.session()));
        return isReceived(upload.session()) && !told;
    }

    private boolean isReceived(String session) {
        return world.clients().stream().anyMatch(client -> client.received().contains(session));
    }

    /** Whether its client was being ended, which says what it could not save and keeps nothing alive any more. */
    private boolean isShutDown(UploadSeen upload) {
        return world.history().ops().stream()
                .anyMatch(op -> op.kind().equals("shutdown")
                        && op.client().equals(world.truth().maker(upload.session()))
                        && op.invoked() <= upload.at());
    }
}
