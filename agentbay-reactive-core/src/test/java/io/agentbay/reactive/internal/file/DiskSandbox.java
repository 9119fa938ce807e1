package io.agentbay.reactive.internal.file;

import io.agentbay.reactive.error.ErrorDetails;
import io.agentbay.reactive.error.ToolFailedException;
import io.agentbay.reactive.internal.json.JsonCodec;
import io.agentbay.reactive.internal.tool.ToolGateway;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BiFunction;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;

/** A session whose file system is this machine's, with file tools as the service describes them and a real shell. */
final class DiskSandbox implements ToolGateway {

    final List<Call> calls = new CopyOnWriteArrayList<>();
    boolean hasShell = true;

    /** Decides about a call before it is done and after; an error is what the caller gets instead of the answer. */
    BiFunction<Call, When, @Nullable Throwable> fault = (call, when) -> null;

    final AtomicInteger guarded = new AtomicInteger();

    enum When {
        BEFORE,
        AFTER
    }

    @Override
    public String sessionId() {
        return "s-1";
    }

    @Override
    public Mono<String> call(Call call) {
        return Mono.fromCallable(() -> answer(call)).subscribeOn(Schedulers.boundedElastic());
    }

    @Override
    public <T> Mono<T> guard(Touches touches, Mono<T> work) {
        return Mono.defer(() -> {
            guarded.incrementAndGet();
            return work.doFinally(end -> guarded.decrementAndGet());
        });
    }

    List<String> tools() {
        return calls.stream().map(Call::tool).toList();
    }

    long count(String tool) {
        return calls.stream().filter(call -> call.tool().equals(tool)).count();
    }

    private String answer(Call call) throws Exception {
        calls.add(call);
        raise(fault.apply(call, When.BEFORE));
        var answer = run(call);
        raise(fault.apply(call, When.AFTER));
        return answer;
    }

    private static void raise(@Nullable Throwable error) throws Exception {
        if (error instanceof Exception raised) {
            throw raised;
        }
    }

    private String run(Call call) throws Exception {
        try {
            return switch (call.tool()) {
                case "write_file" -> write(call.arguments());
                case "read_file" -> read(call.arguments());
                case "get_file_info" -> info(path(call, "path"));
                case "list_directory" -> list(path(call, "path"));
                case "create_directory" ->
                    Files.createDirectories(path(call, "path")).toString();
                case "move_file" ->
                    Files.move(path(call, "source"), path(call, "destination"), StandardCopyOption.REPLACE_EXISTING)
                            .toString();
                case "delete_file" -> delete(path(call, "path"));
                case "shell" -> shell(call);
                default -> throw failed(call.tool(), "Tool not found");
            };
        } catch (NoSuchFileException missing) {
            throw failed(call.tool(), "File not found: " + missing.getMessage());
        } catch (IOException broken) {
            throw failed(call.tool(), String.valueOf(broken));
        }
    }

    private static Path path(Call call, String name) {
        return Path.of(String.valueOf(call.arguments().get(name)));
    }

    private static String write(Map<String, ?> arguments) throws IOException {
        var path = Path.of(String.valueOf(arguments.get("path")));
        if (Boolean.TRUE.equals(arguments.get("create_parent_dir"))) {
            Files.createDirectories(path.getParent());
        }
        var option = "append".equals(arguments.get("mode"))
                ? StandardOpenOption.APPEND
                : StandardOpenOption.TRUNCATE_EXISTING;
        var text = String.valueOf(arguments.get("content"));
        return Files.writeString(path, text, StandardOpenOption.CREATE, StandardOpenOption.WRITE, option)
                .toString();
    }

    private static String read(Map<String, ?> arguments) throws IOException {
        if (Files.isDirectory(Path.of(String.valueOf(arguments.get("path"))))) {
            throw new IOException("Is a directory");
        }
        try (var file = new RandomAccessFile(String.valueOf(arguments.get("path")), "r")) {
            var offset = ((Number) arguments.get("offset")).longValue();
            var rest = Math.max(0, file.length() - offset);
            var bytes = new byte[(int) Math.min(rest, ((Number) arguments.get("length")).longValue())];
            file.seek(offset);
            file.readFully(bytes);
            return Base64.getEncoder().encodeToString(bytes);
        } catch (java.io.FileNotFoundException missing) {
            throw new NoSuchFileException(missing.getMessage());
        }
    }

    private static String info(Path path) throws IOException {
        var directory = Files.isDirectory(path);
        return "size: " + Files.size(path) + "\nisDirectory: " + directory + "\nisFile: " + !directory + "\nmodified: "
                + Files.getLastModifiedTime(path);
    }

    private static String list(Path path) throws IOException {
        try (var entries = Files.list(path)) {
            return entries.map(entry -> (Files.isDirectory(entry) ? "[DIR] " : "[FILE] ") + entry.getFileName())
                    .collect(Collectors.joining("\n"));
        }
    }

    private static String delete(Path path) throws IOException {
        Files.delete(path);
        return "deleted";
    }

    private String shell(Call call) throws Exception {
        if (!hasShell) {
            throw failed("shell", "no commands here");
        }
        var builder =
                new ProcessBuilder("sh", "-c", String.valueOf(call.arguments().get("command")));
        if (call.arguments().get("cwd") != null) {
            builder.directory(path(call, "cwd").toFile());
        }
        if (call.arguments().get("envs") instanceof Map<?, ?> more) {
            more.forEach((name, value) -> builder.environment().put(String.valueOf(name), String.valueOf(value)));
        }
        var process = builder.start();
        var out = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        var err = new String(process.getErrorStream().readAllBytes(), StandardCharsets.UTF_8);
        var result = Map.of("stdout", out, "stderr", err, "exit_code", process.waitFor(), "traceId", "");
        return JsonCodec.lenient().write(result);
    }

    static ToolFailedException failed(String tool, String words) {
        return new ToolFailedException(words, tool, 200, ErrorDetails.of(tool));
    }
}
