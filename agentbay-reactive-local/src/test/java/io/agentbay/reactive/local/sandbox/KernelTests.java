package io.agentbay.reactive.local.sandbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;
import static org.awaitility.Awaitility.await;

import io.agentbay.reactive.local.core.Command;
import io.agentbay.reactive.local.core.CommandEnd;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Interpreters that stay, as official suites expect of code: what one run leaves, the next finds. */
class KernelTests {

    @TempDir
    private Path data;

    private SandboxedSession session;

    @BeforeEach
    void start() throws IOException {
        session = SandboxedSession.confined(
                data, SandboxLimits.defaults().processes(40).kernels(2));
        assumeThat(Programs.find("python3", Programs.PATH)).as("Python").isPresent();
        assumeThat(Programs.find("node", Programs.PATH)).as("Node.js").isPresent();
    }

    @AfterEach
    void end() {
        session.close();
    }

    private CommandEnd python(String code) {
        return session.code(Command.Language.PYTHON, code);
    }

    private CommandEnd javaScript(String code) {
        return session.code(Command.Language.JAVASCRIPT, code);
    }

    private CompletableFuture<CommandEnd> begin(String code, Duration timeout) {
        return session.run(Command.Language.PYTHON, code, "/home/wuying", Map.of(), timeout);
    }

    @Test
    void pythonFindsNamesAndFunctionsOfEarlierRunsAndCountsThem() {
        CommandEnd first = python("import json\nx = 41\ndef add(a, b):\n    return a + b\nprint('done')");
        CommandEnd failed = python("1 / 0");
        CommandEnd third = python("print(f'{x + 1} {add(1, 2)} {json.dumps([1])}')");

        assertThat(first.run()).isEqualTo(1);
        assertThat(failed.exitCode()).isEqualTo(1);
        assertThat(third.stdout()).isEqualTo("42 3 [1]\n");
        assertThat(third.run()).isEqualTo(3);
    }

    @Test
    void javaScriptFindsNamesOfEarlierRunsAndMayDeclareThemAgain() {
        javaScript("const x = 41; function add(a, b) { return a + b; }");
        CommandEnd again = javaScript("const x = 42; console.log(x, add(1, 2)); [x]");
        CommandEnd early = javaScript("setTimeout(() => console.log('never'), 3600000); console.log('at once')");

        assertThat(again.stdout()).isEqualTo("42 3\n");
        assertThat(again.report()).containsExactly("{\"text/plain\":\"[ 42 ]\",\"isMainResult\":true}");
        assertThat(early.stdout()).isEqualTo("at once\n");
        assertThat(early.exitCode()).as("what it waits for comes in an hour").isZero();
        assertThat(javaScript("throw new Error('wrong')").stderr()).isEqualTo("Error: wrong\n    at code.js:1:7\n");
    }

    @Test
    void javaFindsNamesOfEarlierRuns() {
        assumeThat(Programs.find("java", Programs.PATH)).as("Java").isPresent();
        CommandEnd first = session.code(Command.Language.JAVA, "System.out.println(\"hi\");\nint x = 41;");
        CommandEnd second = session.code(Command.Language.JAVA, "x + 1");
        CommandEnd failed = session.code(Command.Language.JAVA, "x.y()");

        assertThat(first.stdout()).isEqualTo("hi\n");
        assertThat(second.report()).containsExactly("{\"text/plain\": \"42\", \"isMainResult\": true}");
        assertThat(failed.exitCode()).isEqualTo(1);
        assertThat(failed.report()).singleElement().asString().contains("error");
    }

    @Test
    void rFindsNamesOfEarlierRunsAndTellsItsValueAndItsFailure() {
        assumeThat(Programs.find("Rscript", Programs.PATH)).as("R").isPresent();
        CommandEnd first = session.code(Command.Language.R, "x <- 41\nadd <- function(a, b) a + b\ncat('hi\\n')");
        CommandEnd second = session.code(Command.Language.R, "cat('caf\u00e9\\n')\nadd(x, 1)");
        CommandEnd failed = session.code(Command.Language.R, "stop('wrong')");

        assertThat(first.stdout()).isEqualTo("hi\n");
        assertThat(first.exitCode()).isZero();
        assertThat(second.stdout()).isEqualTo("caf\u00e9\n");
        assertThat(second.report()).containsExactly("{\"text/plain\": \"[1] 42\", \"isMainResult\": true}");
        assertThat(second.run()).isEqualTo(2);
        assertThat(failed.exitCode()).isEqualTo(1);
        assertThat(failed.stderr()).contains("Error: wrong");
    }

    @Test
    void whatIsDisplayedIsToldInEveryFormat() {
        CommandEnd end = python("""
                from IPython.display import display, HTML, Markdown, SVG
                class Chart:
                    def _repr_mimebundle_(self, include=None, exclude=None):
                        return {"application/vnd.vegalite.v5+json": {"mark": "line"}, "text/plain": "Chart"}
                display(HTML("<h1>Hello</h1>"), Markdown("# Hello"))
                display(SVG("<svg/>"))
                display(Chart())
                'last'
                """);

        assertThat(end.report()).hasSize(5);
        assertThat(end.report().get(0)).contains("\"text/html\": \"<h1>Hello</h1>\"", "\"isMainResult\": false");
        assertThat(end.report().get(1)).contains("\"text/markdown\": \"# Hello\"");
        assertThat(end.report().get(2)).contains("\"image/svg+xml\": \"<svg/>\"");
        assertThat(end.report().get(3))
                .contains("\"application/vnd.vegalite.v5+json\": {\"mark\": \"line\"}", "\"text/plain\": \"Chart\"");
        assertThat(end.report().get(4)).contains("'last'", "\"isMainResult\": true");
    }

    @Test
    void anAwaitOutsideEveryFunctionIsAwaited() {
        python("import asyncio\nasync def late():\n    await asyncio.sleep(0.01)\n    return 'late'");

        assertThat(python("await late()").report().get(0)).contains("'late'");
    }

    @Test
    void codeReadsNoInputAndSeesNothingOfHowItIsRun() {
        CommandEnd end = python("import sys\nprint(sys.stdin.read() == '', sys.argv)\ninput()");

        assertThat(end.stdout()).isEqualTo("True ['code']\n");
        assertThat(end.report()).singleElement().asString().contains("EOFError");
    }

    @Test
    void aRunThatEndsTheInterpreterTellsItsCodeAndTheNextBeginsAnew() {
        python("x = 1");
        assertThat(python("import sys\nsys.exit(7)").exitCode()).isEqualTo(7);
        assertThat(python("print(x)").stdout()).isEqualTo("1\n");
        assertThat(python("import os\nprint('last', flush=True)\nos._exit(9)"))
                .satisfies(end -> assertThat(end.exitCode()).isEqualTo(9))
                .satisfies(end -> assertThat(end.stdout()).isEqualTo("last\n"));
        CommandEnd anew = python("print('x' in globals())");

        assertThat(anew.stdout()).isEqualTo("False\n");
        assertThat(anew.run()).isEqualTo(1);
    }

    @Test
    void aRunThatTakesTooLongIsKilledAndWhoWaitsBehindItRuns() {
        python("x = 1");
        CompletableFuture<CommandEnd> endless = begin("import time\ntime.sleep(98)", Duration.ofMillis(800));
        CompletableFuture<CommandEnd> behind = begin("print('ran', 'x' in globals())", SandboxedSession.LONG);

        assertThat(endless.join().exitCode()).isEqualTo(CommandEnd.TIMED_OUT);
        assertThat(endless.join().stderr()).contains("timed out after 800 ms");
        assertThat(behind.join().stdout()).isEqualTo("ran False\n");
    }

    @Test
    void whatWasSaidBeforeTheTimeWasUpIsKept() {
        CommandEnd end = SandboxedSession.soonOrLater(
                time -> begin("print('began')\nimport time\ntime.sleep(98)", time),
                said -> !said.stdout().isEmpty());

        assertThat(end.exitCode()).isEqualTo(CommandEnd.TIMED_OUT);
        assertThat(end.stdout()).isEqualTo("began\n");
    }

    @Test
    void runsOfOneSessionComeOneAfterTheOther() {
        python("seen = []");
        List<CompletableFuture<CommandEnd>> runs = new ArrayList<>();
        for (int i = 0; i < 10; i++) {
            runs.add(begin("seen.append(" + i + ")", SandboxedSession.LONG));
        }
        runs.forEach(CompletableFuture::join);

        assertThat(python("sorted(seen) == list(range(10)), len(seen)").report().get(0))
                .contains("(True, 10)");
    }

    @Test
    void whatIsSaidInUtf8AndWithoutALineEndArrivesWhole() {
        assertThat(python("print('é😀' * 5000, end='')").stdout()).isEqualTo("é😀".repeat(5000));
        assertThat(python("import sys\nsys.stderr.write('\\x1e half')").stderr())
                .isEqualTo("\u001e half");
    }

    @Test
    void whatRunsOnBetweenRunsIsWatched() {
        python("import subprocess\nfor i in range(60):\n    subprocess.Popen(['sleep', '98766'])");

        session.awaitNothingLeft("sleep 98766");
        assertThat(python("print('anew')").stdout()).isEqualTo("anew\n");
    }

    /** Whatever runs when an interpreter is killed for what earlier code left says so; what comes later runs anew. */
    @Test
    void nothingEndsWithoutAWordWhenItsInterpreterIsKilled() {
        for (int i = 0; i < 5; i++) {
            python("import subprocess\nfor i in range(60):\n    subprocess.Popen(['sleep', '98768'])");
            CommandEnd next = python("print('anew')");
            assertThat(next.stdout() + next.stderr()).containsAnyOf("anew\n", "more than 40 processes");
        }
        session.awaitNothingLeft("sleep 98768");
    }

    @Test
    void theEndOfTheSessionEndsItsInterpretersWithAllTheyStarted() {
        python("import subprocess\nsubprocess.Popen(['sleep', '98767'])");
        await().until(() -> session.runs("sleep 98767"));
        session.runner.end("s-1").toCompletableFuture().join();

        session.awaitNothingLeft("sleep 98767");
        session.awaitNothingLeft("harness.py " + Bubblewrap.AREA);
    }

    @Test
    void tooManyIdleInterpretersEndThatWhichWasIdleLongest() throws IOException {
        for (String id : List.of("s-1", "s-2", "s-3")) {
            Files.createDirectories(data.resolve("sessions/" + id + "/root/home/wuying"));
            assertThat(of(id, "x = '" + id + "'").exitCode()).isZero();
            await().until(() -> of(id, "print(x)").stdout().equals(id + "\n"));
        }

        await().untilAsserted(() -> assertThat(of("s-3", "x").run()).isGreaterThan(1));
        assertThat(of("s-1", "print('x' in globals())").stdout()).isEqualTo("False\n");
    }

    private CommandEnd of(String id, String code) {
        Command command = new Command(
                id, "sessions/" + id, Command.Language.PYTHON, code, "/home/wuying", Map.of(), SandboxedSession.LONG);
        return session.runner
                .run(command, io.agentbay.reactive.local.core.CommandOutput.ignored())
                .toCompletableFuture()
                .join();
    }
}
