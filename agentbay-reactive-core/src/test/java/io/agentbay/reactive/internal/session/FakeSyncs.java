package io.agentbay.reactive.internal.session;

import io.agentbay.reactive.common.SyncTicket;
import io.agentbay.reactive.error.ErrorDetails;
import io.agentbay.reactive.error.SyncFailedException;
import io.agentbay.reactive.file.FileStore;
import io.agentbay.reactive.internal.sync.SessionSync;
import io.agentbay.reactive.internal.sync.SyncRounds;
import io.agentbay.reactive.sync.ConflictRule;
import io.agentbay.reactive.sync.DownloadRequest;
import io.agentbay.reactive.sync.MergeReport;
import io.agentbay.reactive.sync.Mount;
import io.agentbay.reactive.sync.SyncReport;
import io.agentbay.reactive.sync.UploadRequest;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Scheduler;

/** Syncs that take 100 ms and do as they are told. */
final class FakeSyncs implements SessionSync.Factory {

    private final Scheduler timer;
    final List<String> uploads = new ArrayList<>();
    final List<String> downloads = new ArrayList<>();
    Function<Mount, Mono<Void>> onReady = mount -> Mono.empty();
    Function<List<Mount>, Mono<Void>> onUpload = mounts -> Mono.empty();

    FakeSyncs(Scheduler timer) {
        this.timer = timer;
    }

    static SyncFailedException failed(String reason) {
        return new SyncFailedException(reason, List.of(), ErrorDetails.of("SyncContext"));
    }

    @Override
    public SessionSync create(SessionSync.Session session) {
        return new OfSession(session);
    }

    private final class OfSession implements SessionSync {

        private final Session session;

        OfSession(Session session) {
            this.session = session;
        }

        @Override
        public SyncRounds rounds() {
            return (key, deadline) -> Mono.error(new UnsupportedOperationException());
        }

        @Override
        public Mono<SyncReport> upload(UploadRequest request) {
            return uploadAtClose(session.mounts());
        }

        @Override
        public Mono<SyncReport> download(DownloadRequest request) {
            return Mono.error(new UnsupportedOperationException());
        }

        @Override
        public Mono<SyncReport> persist(Mount mount, String file) {
            return uploadAtClose(List.of(mount));
        }

        @Override
        public Mono<SyncReport> resume(SyncTicket ticket) {
            return Mono.error(new UnsupportedOperationException());
        }

        @Override
        public Mono<MergeReport> merge(ConflictRule rule, FileStore files) {
            return Mono.error(new UnsupportedOperationException());
        }

        @Override
        public Mono<Void> awaitReady(Mount mount) {
            return later(Mono.defer(() -> {
                downloads.add(session.id() + " " + mount.path());
                return onReady.apply(mount);
            }));
        }

        @Override
        public Mono<Void> fill(Mount mount) {
            return awaitReady(mount);
        }

        @Override
        public Mono<SyncReport> uploadAtClose(List<Mount> mounts) {
            return Mono.defer(() -> {
                long stamp = session.writes().stamp();
                mounts.forEach(mount -> uploads.add(session.id() + " " + mount.path()));
                return later(onUpload.apply(mounts))
                        .doOnSuccess(
                                done -> mounts.forEach(mount -> session.writes().saved(mount.path(), stamp)))
                        .then(Mono.fromSupplier(FakeSyncs::report));
            });
        }

        private Mono<Void> later(Mono<Void> effect) {
            return Mono.delay(Duration.ofMillis(100), timer).then(effect);
        }
    }

    static SyncReport report() {
        return new SyncReport(
                SyncReport.Direction.UPLOAD, List.of(), SyncReport.Phases.NONE, Duration.ofMillis(100), 1);
    }
}
