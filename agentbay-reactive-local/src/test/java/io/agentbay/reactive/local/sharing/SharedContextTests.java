package io.agentbay.reactive.local.sharing;

import static io.agentbay.reactive.local.sharing.Team.ROOT;
import static io.agentbay.reactive.local.sharing.Team.done;
import static io.agentbay.reactive.local.sharing.Team.get;
import static io.agentbay.reactive.local.sharing.Team.write;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.agentbay.reactive.error.InvalidRequestException;
import io.agentbay.reactive.error.SyncConflictException;
import io.agentbay.reactive.error.UnsavedChangesException;
import io.agentbay.reactive.local.LocalOptions;
import io.agentbay.reactive.session.SessionRequest;
import io.agentbay.reactive.sync.ConflictRule;
import io.agentbay.reactive.sync.DownloadRequest;
import io.agentbay.reactive.sync.Mount;
import io.agentbay.reactive.sync.SyncPolicy;
import io.agentbay.reactive.sync.UploadRequest;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.publisher.Signal;

/** Two clients and one context. */
class SharedContextTests {

    @TempDir
    Path data;

    private Team team;

    @BeforeEach
    void start() {
        team = new Team(data, LocalOptions.defaults());
    }

    @AfterEach
    void stop() {
        team.close();
    }

    @Test
    void anUploadAfterAnothersIsAConflictAndBothVersionsStay() {
        write(team.a, "tasks.txt", "first");
        get(team.a.sync().upload(UploadRequest.all().listed()));
        var seen = get(team.b.sync().download(DownloadRequest.all().versioned()));
        write(team.a, "tasks.txt", "of a");
        get(team.a.sync().upload());
        write(team.b, "tasks.txt", "of b");

        var conditional = team.b.sync().upload(UploadRequest.all().ifUnchangedSince(seen));

        assertThatThrownBy(() -> get(conditional))
                .isInstanceOfSatisfying(
                        SyncConflictException.class, e -> assertThat(e.paths()).containsExactly(ROOT + "/tasks.txt"));
        assertThat(team.stored()).isEqualTo(Map.of("tasks.txt", "of a"));
        assertThat(Team.files(team.b)).isEqualTo(Map.of("tasks.txt", "of b"));
    }

    @Test
    void anUploadOfTheSameSizeIsSeenThoughListingsLag() {
        team.close();
        var lag = java.time.Duration.ofSeconds(3);
        team = new Team(
                data.resolve("lagging"),
                LocalOptions.defaults().model(model -> model.storage(storage -> storage.listingLag(lag))));
        write(team.a, "tasks.txt", "one");
        get(team.a.sync().upload(UploadRequest.all().versioned()));
        var seen = get(team.b.sync().download(DownloadRequest.all().versioned()));
        write(team.a, "tasks.txt", "two");
        get(team.a.sync().upload());
        write(team.b, "tasks.txt", "six");

        assertThatThrownBy(() -> get(team.b.sync().upload(UploadRequest.all().ifUnchangedSince(seen))))
                .isInstanceOfSatisfying(
                        SyncConflictException.class, e -> assertThat(e.paths()).containsExactly(ROOT + "/tasks.txt"));
        assertThat(team.stored()).isEqualTo(Map.of("tasks.txt", "two"));
        assertThat(Team.files(team.b)).isEqualTo(Map.of("tasks.txt", "six"));
    }

    @Test
    void withoutAChangeOfOthersTheChainGoesOn() {
        write(team.a, "tasks.txt", "first");
        var first = get(team.a.sync().upload(UploadRequest.all().versioned()));
        write(team.a, "tasks.txt", "second");
        var second = get(team.a.sync().upload(UploadRequest.all().ifUnchangedSince(first)));
        write(team.a, "more.txt", "third");
        get(team.a.sync().upload(UploadRequest.all().ifUnchangedSince(second)));

        assertThat(team.stored()).isEqualTo(Map.of("tasks.txt", "second", "more.txt", "third"));
    }

    @Test
    void keepBothLosesNothing() {
        write(team.a, "tasks.txt", "first");
        get(team.a.sync().upload(UploadRequest.all().verified()));
        get(team.b.sync().download(DownloadRequest.all().verified()));
        write(team.a, "tasks.txt", "of a");
        get(team.a.sync().upload());
        write(team.b, "tasks.txt", "of b");
        write(team.b, "new.txt", "new");

        var report = get(team.b.sync().merge(ConflictRule.KEEP_BOTH));

        assertThat(report.conflicts()).singleElement().satisfies(conflict -> {
            assertThat(conflict.path()).isEqualTo(ROOT + "/tasks.txt");
            assertThat(conflict.keptCopy()).matches(ROOT + "/tasks\\.conflict-[0-9a-f]{8}\\.txt");
        });
        var both = team.stored();
        assertThat(both)
                .containsEntry("tasks.txt", "of a")
                .containsEntry("new.txt", "new")
                .hasSize(3);
        assertThat(both.values()).contains("of b");
        assertThat(Team.files(team.b)).isEqualTo(both);
    }

    @Test
    void handOverBringsTheFilesToTheOther() {
        write(team.a, "shared.json", "{}");

        var report = get(team.a.handOverTo(team.b));

        assertThat(report.uploaded().verified()).isTrue();
        assertThat(report.downloaded().verified()).isTrue();
        assertThat(Team.files(team.b)).isEqualTo(Map.of("shared.json", "{}"));
    }

    @Test
    void aHandOverNeedsManagedMountsOnBothSidesAndAContextInCommon() {
        var unmanaged = team.open(team.clientA, SyncPolicy.readOnly());
        var automatic = team.open(team.clientA, SyncPolicy.onDemand());
        var apart = get(team.clientA
                .contexts()
                .getOrCreate("other")
                .flatMap(other ->
                        team.clientA.sessions().create(SessionRequest.mounting(Mount.of(other, ROOT, Team.MANAGED)))));
        int requests = team.local.requests().size();

        refused(team.a.handOverTo(automatic), "keepingDeleted()");
        refused(automatic.handOverTo(team.b), "keepingDeleted()");
        refused(unmanaged.handOverTo(team.b), "never uploaded");
        refused(team.a.handOverTo(apart), "no context in common");
        assertThatThrownBy(() -> done(team.a.handOverTo(team.a))).isInstanceOf(IllegalArgumentException.class);
        assertThat(team.local.requests()).hasSize(requests);
    }

    @Test
    void aHandOverOverwritesNothingTheOtherDidNotSave() {
        write(team.a, "shared.json", "of a");
        write(team.b, "shared.json", "of b");

        assertThatThrownBy(() -> get(team.a.handOverTo(team.b))).isInstanceOf(UnsavedChangesException.class);

        assertThat(Team.files(team.b)).containsEntry("shared.json", "of b");
        assertThat(team.stored()).containsEntry("shared.json", "of a");
    }

    @Test
    void overlappingUploadsAreTheDocumentedWindow() {
        write(team.a, "tasks.txt", "first");
        var seen = get(team.a.sync().upload(UploadRequest.all().versioned()));
        get(team.b.sync().download());
        write(team.a, "tasks.txt", "of a");
        write(team.b, "tasks.txt", "of b");

        var both = get(Flux.merge(
                        team.a
                                .sync()
                                .upload(UploadRequest.all().ifUnchangedSince(seen))
                                .materialize(),
                        team.b
                                .sync()
                                .upload(UploadRequest.all().ifUnchangedSince(seen))
                                .materialize())
                .filter(signal -> signal.hasValue() || signal.isOnError())
                .collectList());

        assertThat(both).as("both looked before either was there").anyMatch(Signal::hasValue);
        assertThat(team.stored().get("tasks.txt")).isIn("of a", "of b");
    }

    @Test
    void aMergeIsNoUnsavedWrite() {
        write(team.a, "tasks.txt", "of a");
        get(team.a.sync().upload(UploadRequest.all().listed()));
        write(team.b, "tasks.txt", "of b");
        get(team.b.sync().merge(ConflictRule.KEEP_BOTH));

        assertThat(get(team.b.sync().download()).mounts()).hasSize(1);
    }

    private static void refused(Mono<?> work, String why) {
        assertThatThrownBy(() -> done(work))
                .isInstanceOf(InvalidRequestException.class)
                .hasMessageContaining(why);
    }
}
