package io.agentbay.reactive.local.sandbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.agentbay.reactive.local.core.CommandEnd;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a command in the sandbox cannot do. */
class HostileCommandTests {

    private static final int KEPT = 100_000;
    private static final int KILLS = 100;

    @TempDir
    private Path data;

    private SandboxedSession session;

    @BeforeEach
    void start() throws IOException {
        SandboxLimits limits = SandboxLimits.defaults()
                .processes(40)
                .memoryBytes(300 << 20)
                .outputBytes(KEPT)
                .atATime(2);
        session = SandboxedSession.confined(data, limits);
    }

    @AfterEach
    void end() {
        session.close();
    }

    @Test
    void itReadsNothingOfThisMachineButItsPrograms() throws IOException {
        Path secret = Files.writeString(data.resolve("secret"), "secret of this machine");

        CommandEnd end = session.shell("cat " + secret + "; cat /etc/shadow; cat /etc/passwd; ls /home /root; ls -A /");

        assertThat(end.stdout())
                .doesNotContain("secret of this machine")
                .contains("wuying:x:1000")
                .doesNotContain("nobody", "daemon", "sandbox\n");
        assertThat(end.stderr()).contains("/etc/shadow: No such file", "/root");
    }

    /** However early: who has begun to start a sandbox and is killed leaves nobody who waits for it. */
    @Test
    void whatIsKilledWhileItStartsLeavesNoProcess() {
        List<CompletableFuture<CommandEnd>> ends = IntStream.range(0, KILLS)
                .mapToObj(index -> session.begin("sleep 1000", Duration.ofMillis(1 + index % 8)))
                .toList();
        ends.forEach(CompletableFuture::join);
        session.awaitNothingLeft("bwrap");
    }

    @Test
    void itWritesNowhereOutsideItsFiles() throws IOException {
        CommandEnd end = session.shell("for d in /usr /usr/bin /etc /lib /proc/sys/kernel; do touch $d/mark 2>/dev/null"
                + " && echo wrote $d; done; echo 1 > " + data.resolve("mark") + "; echo tried");

        assertThat(end.stdout()).isEqualTo("tried\n");
        assertThat(data.resolve("mark")).doesNotExist();
        assertThat(Path.of("/usr/mark")).doesNotExist();
    }

    @Test
    void itHasNoNetworkAndNoOtherProcesses() {
        CommandEnd end = session.shell("cat /proc/net/dev; ls -d /proc/[0-9]* | wc -l; cat < /dev/tcp/1.1.1.1/53");

        assertThat(end.stdout()).contains("lo:").doesNotContain("eth0");
        assertThat(end.stdout().lines().skip(3).findFirst().map(String::strip).map(Integer::valueOf))
                .hasValueSatisfying(count -> assertThat(count).isLessThan(8));
        assertThat(end.exitCode()).isNotZero();
    }

    @Test
    void aLinkItLeavesWhereMountsGoIsNotFollowed() throws IOException {
        session.shell("true");
        Path outside = Files.createDirectories(data.resolve("outside"));
        Files.delete(session.root.resolve("etc"));
        Files.createSymbolicLink(session.root.resolve("etc"), outside);

        CompletableFuture<CommandEnd> end = session.begin("touch /etc/mark", SandboxedSession.LONG);

        assertThat(end.handle((ended, refused) -> refused).join()).hasMessageContaining("/etc");
        assertThat(outside).isEmptyDirectory();
    }

    /** A bounded number: one that really multiplies would cost every neighbour, should the limit not hold. */
    @Test
    void whoeverMultipliesEnds() {
        CommandEnd end = session.shell("for i in $(seq 1 200); do sleep 98765 & done; sleep 98765");

        assertThat(end.exitCode()).isEqualTo(CommandEnd.KILLED);
        assertThat(end.stderr()).contains("more than 40 processes");
        session.awaitNothingLeft("sleep 98765");
    }

    @Test
    void aHogEnds() {
        CommandEnd end = session.shell("head -c 1000000000 /dev/zero | tail; sleep 60");

        assertThat(end.exitCode()).isEqualTo(CommandEnd.KILLED);
        assertThat(end.stderr()).contains("more than 300 MiB of memory");
    }

    @Test
    void endlessOutputIsCutAndEndsWithTheTime() {
        CommandEnd end = SandboxedSession.soonOrLater(
                time -> session.begin("yes endless", time),
                said -> said.stdout().length() >= KEPT);

        assertThat(end.exitCode()).isEqualTo(CommandEnd.TIMED_OUT);
        assertThat(end.stdout()).hasSize(KEPT);
        assertThat(end.stderr()).contains("characters of stdout were cut", "timed out after");
    }

    @Test
    void whatItStartsInTheBackgroundDiesWithIt() {
        CommandEnd end = session.shell("(setsid sleep 98761 &) ; nohup sleep 98762 & echo started");

        assertThat(end.stdout()).isEqualTo("started\n");
        session.awaitNothingLeft("sleep 98761");
        session.awaitNothingLeft("sleep 98762");
    }

    @Test
    void theEndOfItsSessionKillsIt() {
        CompletableFuture<CommandEnd> first = session.begin("sleep 98763", SandboxedSession.LONG);
        CompletableFuture<CommandEnd> second =
                session.begin("trap '' TERM INT; sleep 98764 & wait", SandboxedSession.LONG);
        CompletableFuture<CommandEnd> third = session.begin("echo late", SandboxedSession.LONG);
        await().until(() -> session.runs("sleep 98763") && session.runs("sleep 98764"));

        session.runner.end("s-1").toCompletableFuture().join();

        assertThat(first.join().exitCode()).isEqualTo(CommandEnd.KILLED);
        assertThat(second.join().stderr()).contains("the session ended");
        assertThat(third).isCompleted();
        session.awaitNothingLeft("sleep 98763");
        session.awaitNothingLeft("sleep 98764");
    }
}
