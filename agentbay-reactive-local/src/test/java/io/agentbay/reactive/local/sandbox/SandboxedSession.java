package io.agentbay.reactive.local.sandbox;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import io.agentbay.reactive.local.core.Command;
import io.agentbay.reactive.local.core.CommandEnd;
import io.agentbay.reactive.local.core.CommandOutput;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.awaitility.Awaitility;
import org.opentest4j.TestAbortedException;
import reactor.core.scheduler.Scheduler;
import reactor.core.scheduler.Schedulers;

/** A session's files and whatever runs on them; tests are skipped, with the reason, where nothing can run. */
final class SandboxedSession implements AutoCloseable {

    static final Duration LONG = Duration.ofMinutes(1);

    private final Path data;
    final Path root;
    final SandboxRunner runner;
    private final Scheduler timer = Schedulers.newSingle("sandbox-tests", true);

    private SandboxedSession(Path data, Optional<SandboxLimits> confined) throws IOException {
        this.data = data;
        root = data.resolve("sessions/s-1/root");
        Files.createDirectories(root.resolve("tmp"));
        Files.createDirectories(root.resolve("home/wuying"));
        runner = confined.map(limits -> SandboxRunner.confined(data, limits, timer))
                .orElseGet(() -> SandboxRunner.unconfined(data, SandboxLimits.defaults(), timer));
    }

    static SandboxedSession confined(Path data, SandboxLimits limits) throws IOException {
        SandboxedSession session = new SandboxedSession(data, Optional.of(limits));
        session.requireReady();
        return session;
    }

    static SandboxedSession unconfined(Path data) throws IOException {
        SandboxedSession session = new SandboxedSession(data, Optional.empty());
        session.requireReady();
        return session;
    }

    private void requireReady() {
        try {
            runner.ready().toCompletableFuture().get(1, TimeUnit.MINUTES);
        } catch (ExecutionException | TimeoutException e) {
            close();
            throw new TestAbortedException("commands cannot run here: " + e.getMessage());
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    CommandEnd shell(String line) {
        return shell(line, LONG);
    }

    CommandEnd shell(String line, Duration timeout) {
        return begin(line, timeout).join();
    }

    CompletableFuture<CommandEnd> begin(String line, Duration timeout) {
        return run(Command.Language.SHELL, line, "/home/wuying", Map.of(), timeout);
    }

    CommandEnd code(Command.Language language, String text) {
        return run(language, text, "/home/wuying", Map.of(), LONG).join();
    }

    CompletableFuture<CommandEnd> run(
            Command.Language language, String text, String directory, Map<String, String> variables, Duration timeout) {
        Command command = new Command("s-1", "sessions/s-1", language, text, directory, variables, timeout);
        return runner.run(command, CommandOutput.ignored())
                .toCompletableFuture()
                .orTimeout(90, TimeUnit.SECONDS);
    }

    /** The end of what never ends, given more time where the machine is too busy for what is expected of it. */
    static CommandEnd soonOrLater(
            Function<Duration, CompletableFuture<CommandEnd>> endless, Predicate<CommandEnd> expected) {
        CommandEnd end = endless.apply(Duration.ofMillis(700)).join();
        return expected.test(end) ? end : endless.apply(Duration.ofSeconds(20)).join();
    }

    /** Whether a process runs in the sandbox, of this test and not of one beside it, whose command line has this in it. */
    boolean runs(String command) {
        return ProcessHandle.allProcesses()
                .anyMatch(process -> commandLine(process).contains(command) && isBelowOurs(process));
    }

    void awaitNothingLeft(String command) {
        Awaitility.await().until(() -> !runs(command));
    }

    /** The sandbox names the files of its session when it starts. */
    private boolean isBelowOurs(ProcessHandle process) {
        return Stream.iterate(Optional.of(process), Optional::isPresent, each -> each.flatMap(ProcessHandle::parent))
                .anyMatch(each -> commandLine(each.orElseThrow()).contains(data.toString()));
    }

    private static String commandLine(ProcessHandle process) {
        try {
            return Files.readString(Path.of("/proc", Long.toString(process.pid()), "cmdline"), ISO_8859_1)
                    .replace('\0', ' ');
        } catch (IOException ended) {
            return "";
        }
    }

    @Override
    public void close() {
        runner.closeLater().block(LONG);
        timer.dispose();
    }
}
