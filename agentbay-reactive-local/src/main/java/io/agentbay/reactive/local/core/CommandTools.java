package io.agentbay.reactive.local.core;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletionStage;

/** The tools that run programs in a session. */
final class CommandTools {

    private static final long SHELL_MILLIS = 50_000;

    private final Ground ground;
    private final CommandRunner runner;

    CommandTools(Ground ground, CommandRunner runner) {
        this.ground = ground;
        this.runner = runner;
    }

    void register(Tools tools) {
        tools.add(new Tools.Tool(
                "shell",
                "wuying_shell",
                "Runs a command line in the session's sandbox.",
                List.of("command", "timeout_ms", "cwd", "envs"),
                this::shell));
        tools.add(new Tools.Tool(
                "run_code",
                "wuying_codespace",
                "Runs Python, JavaScript, R or Java in the session's sandbox.",
                List.of("code", "language", "timeout_s"),
                call -> code(call, CodeRequest.of(call.arguments()), CommandOutput.ignored())
                        .thenApply(CodeText::of)));
    }

    private CompletionStage<String> shell(ToolCall call) {
        Command command = new Command(
                call.session().id(),
                call.files().home(),
                Command.Language.SHELL,
                call.text("command"),
                call.find("cwd").filter(cwd -> !cwd.isEmpty()).orElse(SessionFiles.HOME),
                environment(call),
                Duration.ofMillis(positive(call.number("timeout_ms"), SHELL_MILLIS)));
        return run(call.session(), command, CommandOutput.ignored()).thenApply(CommandTools::shellText);
    }

    CompletionStage<CommandEnd> code(ToolCall call, CodeRequest request, CommandOutput output) {
        Command command = new Command(
                call.session().id(),
                call.files().home(),
                request.language(),
                request.code(),
                SessionFiles.HOME,
                Map.of(),
                request.timeout());
        return run(call.session(), command, output);
    }

    /** A session at work is not idle. */
    private CompletionStage<CommandEnd> run(StoredSession session, Command command, CommandOutput output) {
        session.commands().incrementAndGet();
        return runner.run(command, output).whenComplete((end, failure) -> {
            session.commands().decrementAndGet();
            session.touch(ground.now());
        });
    }

    private static long positive(long given, long otherwise) {
        return given > 0 ? given : otherwise;
    }

    private static Map<String, String> environment(ToolCall call) {
        Map<String, String> environment = new LinkedHashMap<>();
        if (call.arguments().get("envs") instanceof Map<?, ?> given) {
            given.forEach((name, value) -> environment.put(String.valueOf(name), String.valueOf(value)));
        }
        return environment;
    }

    private static String shellText(CommandEnd end) {
        Map<String, Object> text = new LinkedHashMap<>();
        text.put("stdout", end.stdout());
        text.put("stderr", end.stderr());
        text.put("exit_code", end.exitCode());
        text.put("traceId", "");
        return Json.text(text);
    }
}
