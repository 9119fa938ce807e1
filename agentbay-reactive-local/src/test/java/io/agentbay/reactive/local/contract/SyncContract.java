package io.agentbay.reactive.local.contract;

import static org.assertj.core.api.Assertions.assertThat;

import io.agentbay.reactive.common.MountOutcome;
import io.agentbay.reactive.common.MountOutcome.Level;
import io.agentbay.reactive.error.InvalidRequestException;
import io.agentbay.reactive.session.SessionRequest;
import io.agentbay.reactive.sync.Mount;
import io.agentbay.reactive.sync.SyncPolicy;
import io.agentbay.reactive.sync.SyncReport;
import io.agentbay.reactive.sync.UploadRequest;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Mono;
import reactor.test.StepVerifier;

/** What a session saved outlives it. */
public interface SyncContract extends ContractSetting {

    @Test
    default void whatOneSessionWroteTheNextOneReads() {
        inContext(context -> {
            var request = SessionRequest.mounting(context, ROOT);
            var write =
                    client().sessions().use(request, session -> session.files().write(ROOT + "/dir/kept.txt", "kept"));
            var read =
                    client().sessions().use(request, session -> session.files().readText(ROOT + "/dir/kept.txt"));
            return write.then(read).doOnNext(text -> assertThat(text).isEqualTo("kept"));
        });
    }

    @Test
    default void anUploadIsConfirmedAndMayBeVerified() {
        inContext(context -> client().sessions()
                .use(
                        SessionRequest.mounting(context, ROOT),
                        session -> session.files()
                                .write(ROOT + "/a.txt", "a")
                                .then(session.sync().upload())
                                .doOnNext(report -> reaches(report, Level.CONFIRMED))
                                .then(session.sync().upload(UploadRequest.all().verified()))
                                .doOnNext(report -> reaches(report, Level.VERIFIED))));
    }

    @Test
    default void twoUploadsInOneSecondSaveTheSecondWriteToo() {
        inContext(context -> {
            var request = SessionRequest.mounting(
                    Mount.of(context, ROOT, SyncPolicy.manual().keepingDeleted()));
            var write = client().sessions()
                    .use(
                            request,
                            session -> session.files()
                                    .write(ROOT + "/a.txt", "first")
                                    .then(session.sync().upload())
                                    .then(session.files().write(ROOT + "/a.txt", "second"))
                                    .then(session.sync().upload()));
            var read = client().sessions()
                    .use(
                            request,
                            session -> session.sync()
                                    .download()
                                    .then(session.files().readText(ROOT + "/a.txt")));
            return write.then(read).doOnNext(text -> assertThat(text).isEqualTo("second"));
        });
    }

    @Test
    default void persistVerifiesWhatItWrote() {
        inContext(context -> client().sessions()
                .use(
                        SessionRequest.mounting(context, ROOT),
                        session -> session.sync()
                                .persist(ROOT + "/important.json", "{}")
                                .doOnNext(report -> reaches(report, Level.VERIFIED))));
    }

    @Test
    default void withoutAMountThereIsNothingToUpload() {
        Mono<SyncReport> upload = client().sessions()
                .use(SessionRequest.ephemeral(), session -> session.sync().upload());
        StepVerifier.create(upload).expectError(InvalidRequestException.class).verify(LIMIT);
    }

    private static void reaches(SyncReport report, Level level) {
        assertThat(report.mounts()).isNotEmpty().allSatisfy(mount -> {
            MountOutcome outcome = mount.outcome();
            assertThat(outcome.state()).isIn(MountOutcome.State.SYNCED, MountOutcome.State.UNCHANGED);
            assertThat(outcome.level()).isNotNull().isGreaterThanOrEqualTo(level);
        });
    }
}
