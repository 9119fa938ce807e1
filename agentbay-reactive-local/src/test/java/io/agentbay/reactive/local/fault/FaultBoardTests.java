package io.agentbay.reactive.local.fault;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.agentbay.reactive.local.core.TaskFault;
import io.agentbay.reactive.local.core.TaskRun;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a fault is restricted to, and what chance does to it. */
class FaultBoardTests {

    private final FaultBoard board = Boards.empty();
    private final Faults faults = board.faults();

    @Test
    void onlyTheNthCallIsStruck() {
        faults.on("GetContext").after(2).times(1).garbage();

        assertThat(pattern("GetContext", 5)).isEqualTo("..x..");
    }

    @Test
    void aContextIsToldByNameAndById() {
        faults.on("*").context("project").garbage();
        faults.on("*").context("SdkCtx-7").garbage();

        assertThat(struck(Boards.call("SyncContext", null, Set.of("SdkCtx-1", "project"), Set.of())))
                .isTrue();
        assertThat(struck(Boards.call("SyncContext", null, Set.of("SdkCtx-7"), Set.of())))
                .isTrue();
        assertThat(struck(Boards.call("SyncContext", null, Set.of("SdkCtx-2", "other"), Set.of())))
                .isFalse();
    }

    @ParameterizedTest
    @CsvSource({
        "/a/b.txt, /a/b.txt, true",
        "/a/b.txt, /a/b.txt.old, false",
        "/a/*.txt, /a/b.txt, true",
        "/a/*.txt, /a/b/c.txt, false",
        "/a/**, /a/b/c.txt, true",
        "*.txt, /deep/down/c.txt, true",
        "c.txt, /deep/down/c.txt, true",
        "c.txt, /deep/down/abc.txt, false",
        "/a, /a/, true"
    })
    void aPathIsExactOrAPattern(String wanted, String path, boolean struck) {
        faults.onTool("read_file").path(wanted).garbage();

        assertThat(struck(Boards.call("CallMcpTool", "read_file", Set.of(), Set.of(path))))
                .isEqualTo(struck);
    }

    @Test
    void aTaskIsToldByItsContextAndItsPath() {
        faults.onUpload("/mnt/data").context("project").path("/mnt/data/sub").loseHalf();

        assertThat(decide("SdkCtx-1", "/mnt/data/sub").kind()).isEqualTo(TaskFault.Kind.LOSE_HALF);
        assertThat(decide("SdkCtx-1", "/mnt/data")).isEqualTo(TaskFault.NONE);
        assertThat(decide("SdkCtx-2", "/mnt/data/sub")).isEqualTo(TaskFault.NONE);
    }

    @Test
    void everyActionIsNotEverySignedUrl() {
        faults.on("*").garbage();

        assertThat(struck(Boards.call("GetLink", null))).isTrue();
        assertThat(struck(Boards.call("PUT object", null))).isFalse();
    }

    @Test
    void chanceRepeatsItselfUnderOneSeedAndNotUnderAnother() {
        String first = chances(7);

        assertThat(first).contains("x").contains(".").isEqualTo(chances(7));
        assertThat(chances(8)).isNotEqualTo(first);
    }

    @Test
    void oneMoreFaultDoesNotChangeTheChanceOfTheOthers() {
        String alone = chances(7);
        board.reset();
        faults.seed(7);
        faults.on("GetContext").sometimes(0.5).garbage();
        faults.on("GetLink").sometimes(0.5).garbage();
        StringBuilder mixed = new StringBuilder();
        for (int i = 0; i < 40; i++) {
            mixed.append(pattern("GetContext", 1));
            pattern("GetLink", 1);
        }
        assertThat(mixed.toString()).isEqualTo(alone);
    }

    @Test
    void theSeedAppliesToWhatIsArmedAlready() {
        String first = chances(7);
        board.reset();
        faults.on("GetContext").sometimes(0.5).garbage();
        pattern("GetContext", 3);
        faults.seed(7);

        assertThat(pattern("GetContext", 40)).isEqualTo(first);
    }

    @Test
    void logNormalDelaysLieAroundTheirMedian() {
        faults.on("GetContext").delay(Duration.ofMillis(100), 0.5);
        List<Duration> delays = new ArrayList<>();
        for (int i = 0; i < 1_001; i++) {
            var hit = board.next(Boards.call("GetContext", null));
            delays.add(((CallEffect.Delayed) hit.effect()).delay());
        }
        delays.sort(null);

        assertThat(delays.get(500)).isBetween(Duration.ofMillis(90), Duration.ofMillis(110));
        assertThat(delays.get(990)).isBetween(Duration.ofMillis(230), Duration.ofMillis(500));
    }

    @Test
    void whatIsArmedIsListedWithItsCounts() {
        faults.on("GetContext").after(1).times(3).throttle(Duration.ofSeconds(2));
        faults.onClearing("project").stick();
        pattern("GetContext", 3);

        assertThat(faults.armed())
                .containsExactly(
                        new Faults.Armed(
                                "f1", "action GetContext after 1 times 3: throttle (retryAfterMillis 2000)", 1, 2),
                        new Faults.Armed("f2", "clearing project: stick", 0, 0));
        assertThat(board.disarm("f1")).isTrue();
        assertThat(board.disarm("f1")).isFalse();
        assertThat(faults.armed()).hasSize(1);
    }

    @Test
    void aHitSaysWhichFaultItIs() {
        faults.on("GetContext").reset(CallFault.When.MID_BODY);

        assertThat(board.next(Boards.call("GetContext", null)).fault())
                .isEqualTo("f1: action GetContext: reset (when mid-body)");
    }

    @Test
    void senselessFaultsAreRefusedWithTheReason() {
        assertThatThrownBy(() -> faults.on("A").sometimes(0)).hasMessageContaining("sometimes(0.0)");
        assertThatThrownBy(() -> faults.on("A").path(" ")).hasMessageContaining("pattern");
        assertThatThrownBy(() -> faults.on("A").context(" ")).hasMessageContaining("name or id");
        assertThatThrownBy(() -> faults.on("A").delay(Duration.ofSeconds(1), 9)).hasMessageContaining("sigma");
        assertThatThrownBy(() -> faults.on("A").expireUrl()).hasMessageContaining("GET object");
        assertThatThrownBy(() -> faults.on("GET object").loseData()).hasMessageContaining("PUT object");
        assertThatThrownBy(() -> faults.onDownload("/mnt").loseHalf()).hasMessageContaining("uploads");
        assertThatThrownBy(() -> faults.onClearing("a").path("/b").stick()).hasMessageContaining("as a whole");
        assertThat(faults.armed()).isEmpty();
    }

    private String chances(long seed) {
        board.reset();
        faults.seed(seed);
        faults.on("GetContext").sometimes(0.5).garbage();
        return pattern("GetContext", 40);
    }

    private String pattern(String action, int calls) {
        StringBuilder pattern = new StringBuilder();
        for (int i = 0; i < calls; i++) {
            pattern.append(struck(Boards.call(action, null)) ? 'x' : '.');
        }
        return pattern.toString();
    }

    private boolean struck(CallSeen call) {
        @Nullable CallHit hit = board.next(call);
        return hit != null;
    }

    private TaskFault decide(String context, String path) {
        return board.decide(
                new TaskRun("s-1", context, "/mnt/data", path, TaskRun.Direction.UPLOAD, TaskRun.Cause.CALL));
    }
}
