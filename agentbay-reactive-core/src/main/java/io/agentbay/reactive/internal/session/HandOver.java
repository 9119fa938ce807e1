package io.agentbay.reactive.internal.session;

import io.agentbay.reactive.error.ErrorDetails;
import io.agentbay.reactive.error.InvalidRequestException;
import io.agentbay.reactive.event.Progress.Phase;
import io.agentbay.reactive.internal.event.ProgressSink;
import io.agentbay.reactive.session.HandOverReport;
import io.agentbay.reactive.session.Session;
import io.agentbay.reactive.sync.DownloadRequest;
import io.agentbay.reactive.sync.Mount;
import io.agentbay.reactive.sync.UploadRequest;
import java.time.Duration;
import java.util.List;
import java.util.function.LongSupplier;
import java.util.stream.Stream;
import reactor.core.publisher.Mono;

/** Takes one session's files to another, by the contexts both mount: an upload, then a download that covers it. */
final class HandOver {

    private final Session from;
    private final Session to;
    private final LongSupplier nanos;

    HandOver(Session from, Session to, LongSupplier nanos) {
        if (from.id().equals(to.id())) {
            throw new IllegalArgumentException("Session " + from.id() + " cannot be handed over to itself");
        }
        this.from = from;
        this.to = to;
        this.nanos = nanos;
    }

    Mono<HandOverReport> run(ProgressSink progress) {
        return Mono.defer(() -> {
            long began = nanos.getAsLong();
            List<String> paths = shared();
            String first = paths.get(0);
            String[] more = paths.stream().skip(1).toArray(String[]::new);
            progress.update(now -> now.withPhase(Phase.TRANSFERRING));
            // Only a download subscribed to after the upload is confirmed is sure to bring what it uploaded.
            return from.sync()
                    .upload(UploadRequest.of(first, more).verified())
                    .flatMap(up -> to.sync()
                            .download(DownloadRequest.of(first, more).verified())
                            .map(down -> new HandOverReport(up, down, Duration.ofNanos(nanos.getAsLong() - began))));
        });
    }

    private List<String> shared() {
        List<String> paths = from.mounts().stream()
                .filter(mount -> sameContext(mount).findAny().isPresent())
                .map(this::checked)
                .toList();
        if (paths.isEmpty()) {
            throw refused("Sessions " + from.id() + " and " + to.id() + " have no context in common; the first mounts "
                    + from.mounts() + ", the other " + to.mounts());
        }
        return paths;
    }

    private String checked(Mount mount) {
        Mount there = sameContext(mount)
                .filter(other -> other.path().equals(mount.path()))
                .findFirst()
                .orElseThrow(() -> refused("Both sessions mount " + mount.context() + ", but not both at "
                        + mount.path() + ", and stored files belong to the path they were mounted at"));
        requireFit(from, mount, mount.policy().uploads(), "uploaded");
        requireFit(to, there, there.policy().downloads(), "downloaded");
        return mount.path();
    }

    private Stream<Mount> sameContext(Mount mount) {
        return to.mounts().stream().filter(other -> other.context().equals(mount.context()));
    }

    private static void requireFit(Session session, Mount mount, boolean able, String done) {
        String what = mount + " of session " + session.id();
        if (!mount.policy().isManaged()) {
            throw refused(what + " may be uploaded by the service at the session's end, over what came later; mount it"
                    + " with SyncPolicy.manual().keepingDeleted() to hand it over");
        }
        if (!able) {
            throw refused(what + " is never " + done + ", by its policy");
        }
        if (mount.policy().isArchived()) {
            throw refused(what + " is stored as one archive, whose files cannot be compared");
        }
    }

    private static InvalidRequestException refused(String why) {
        return new InvalidRequestException(why, 0, ErrorDetails.of("handOver").attempts(0));
    }
}
