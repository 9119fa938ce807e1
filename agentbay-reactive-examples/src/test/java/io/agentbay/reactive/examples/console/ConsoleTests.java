package io.agentbay.reactive.examples.console;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What the programs show: on a pseudo-terminal, in a pipe, and for another program. */
@Execution(ExecutionMode.CONCURRENT)
class ConsoleTests {

    private static final String ESCAPE = "\u001b[";

    @TempDir
    Path temp;

    private Path source;

    @BeforeEach
    void files() throws IOException {
        source = Files.createDirectory(temp.resolve("source"));
        for (int n = 0; n < 30; n++) {
            Files.writeString(source.resolve("file-" + n), "content ".repeat(n * 100));
        }
    }

    @Test
    void onATerminalTheGuideShowsBarsAndWholeLines() throws Exception {
        var shown = onTerminal(guide("efficient-transfer"));
        assertThat(shown)
                .contains(ESCAPE)
                .contains("== Efficient data transfer")
                .contains("] completed after");
        assertThat(shown).containsPattern("upload [^\\n]*%");
    }

    @Test
    void inAPipeTheGuidePrintsPlainLines() throws Exception {
        var printed = run(guide("manual-sync"));
        assertThat(printed).doesNotContain(ESCAPE).doesNotContain("\r");
        assertThat(printed.lines()).anyMatch(line -> line.matches(" {2}\\[upload /mnt/data] completed after .*"));
    }

    @Test
    void theGuidePrintsEventsForOtherPrograms() throws Exception {
        assertEvents(run(guide("--json", "manual-sync")), "upload", "session-create", "session-close");
    }

    @Test
    void theQuickStartPrintsEventsForOtherPrograms() throws Exception {
        assertEvents(run(quickStart("--json")), "upload", "transfer", "session-create", "session-close");
    }

    @Test
    void onATerminalTheQuickStartShowsABar() throws Exception {
        assertThat(onTerminal(quickStart())).contains("Every byte matched").contains("%");
    }

    @Test
    void inAPipeTheQuickStartPrintsPlainLines() throws Exception {
        assertThat(run(quickStart()))
                .contains("Every byte matched")
                .doesNotContain(ESCAPE)
                .doesNotContain("\r");
    }

    private static void assertEvents(String printed, String... kinds) {
        var json = JsonMapper.builder().build();
        var events = printed.lines().map(json::readTree).toList();
        assertThat(events)
                .extracting(event -> event.path("operation").path("kind").asString())
                .contains(kinds);
        assertThat(events).extracting(event -> event.path("type").asString()).contains("started", "completed");
        assertThat(events).allMatch(event -> event.has("id") && event.has("at") && event.has("phase"));
        assertThat(events)
                .filteredOn(ConsoleTests::isEnd)
                .hasSameSizeAs(events.stream()
                        .filter(event -> event.path("type").asString().equals("started"))
                        .toList());
    }

    private static boolean isEnd(JsonNode event) {
        return List.of("completed", "failed", "cancelled")
                .contains(event.path("type").asString());
    }

    private List<String> guide(String... args) {
        return java(
                "guide.Guide",
                Stream.concat(Stream.of("--data", temp.resolve("data").toString()), Stream.of(args)));
    }

    private List<String> quickStart(String... args) {
        var fixed = Stream.of("--data", temp.resolve("data").toString(), source.toString());
        return java("quickstart.QuickStart", Stream.concat(fixed, Stream.of(args)));
    }

    private static List<String> java(String program, Stream<String> args) {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:+UseSerialGC",
                "-Dfile.encoding=UTF-8",
                "-cp",
                System.getProperty("java.class.path"),
                "io.agentbay.reactive.examples." + program));
        args.forEach(command::add);
        return command;
    }

    private String onTerminal(List<String> command) throws IOException, InterruptedException {
        var script = Stream.of(System.getenv("PATH").split(File.pathSeparator))
                .map(directory -> Path.of(directory, "script"))
                .filter(Files::isExecutable)
                .findFirst();
        assumeTrue(script.isPresent(), "script, of util-linux, which makes pseudo-terminals, is not installed");
        var line =
                String.join(" ", command.stream().map(word -> "'" + word + "'").toList());
        return run(List.of(
                script.get().toString(),
                "-q",
                "-e",
                "-c",
                line,
                temp.resolve("typescript").toString()));
    }

    /** Standard output; the rest goes to a file. */
    private String run(List<String> command) throws IOException, InterruptedException {
        var out = temp.resolve("out");
        var err = temp.resolve("err");
        var builder = new ProcessBuilder(command).redirectOutput(out.toFile()).redirectError(err.toFile());
        builder.environment().put("TERM", "xterm");
        var process = builder.start();
        try {
            assertThat(process.waitFor(2, TimeUnit.MINUTES)).isTrue();
            assertThat(process.exitValue()).as(Files.readString(err)).isZero();
            return command.contains("--json") ? Files.readString(out) : Files.readString(out) + Files.readString(err);
        } finally {
            process.destroyForcibly();
        }
    }
}
