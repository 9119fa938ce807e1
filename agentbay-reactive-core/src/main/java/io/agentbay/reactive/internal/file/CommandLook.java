package io.agentbay.reactive.internal.file;

import io.agentbay.reactive.error.ErrorDetails;
import io.agentbay.reactive.error.InvalidRequestException;
import io.agentbay.reactive.error.ToolFailedException;
import io.agentbay.reactive.error.UnexpectedResponseException;
import io.agentbay.reactive.internal.sync.SeenFile;
import io.agentbay.reactive.internal.tool.Shell;
import io.agentbay.reactive.internal.tool.ToolGateway.Touches;
import io.agentbay.reactive.pipeline.ApiCall.Idempotency;
import io.agentbay.reactive.tool.CommandRequest;
import io.agentbay.reactive.tool.CommandResult;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Scheduler;

/**
 * Looks into a session by commands: sizes by {@code find}, hashes by {@code sha256sum}, without moving a file's bytes.
 *
 * <p>Answers come compressed and as base64, so that any name survives and a cut answer cannot be taken for a whole one.
 */
final class CommandLook {

    private static final Duration TIMEOUT = Duration.ofMinutes(5);
    private static final Duration FOR_EVER = Duration.ofMillis(Long.MAX_VALUE);
    private static final String PROBE =
            "command -v sha256sum xargs gzip base64 >/dev/null && find /tmp -maxdepth 0 -printf ready";
    private static final int NAME_BYTES = 24 * 1024;
    private static final char END = '\0';

    private final Shell shell;
    private final Mono<Boolean> works;

    CommandLook(Shell shell, Scheduler timer) {
        this.shell = shell;
        this.works = Mono.defer(() -> command(PROBE))
                .map(result -> result.exitCode() == 0 && result.stdout().strip().equals("ready"))
                .onErrorResume(CommandLook::isNoAnswer, error -> Mono.just(false))
                .cache(known -> FOR_EVER, failure -> Duration.ZERO, () -> Duration.ZERO, timer);
    }

    /** Whether this session can do it: tried once. */
    Mono<Boolean> works() {
        return works;
    }

    /** Whether an error says that commands do not answer here, as opposed to a call that did not get through. */
    static boolean isNoAnswer(Throwable error) {
        return error instanceof ToolFailedException
                || error instanceof InvalidRequestException
                || error instanceof UnexpectedResponseException
                || FileTools.isMissing(error);
    }

    /** Every file below a directory, by path relative to it; none when the directory is missing. */
    Mono<List<SeenFile>> files(String directory) {
        var at = ShellWords.quote(directory);
        var line = "[ -d " + at + " ] || { printf 'end\\0' | gzip -c | base64 -w0; exit 0; }; cd " + at
                + " && { find . -ignore_readdir_race -type f -printf '%s %T@ %P\\0' && printf 'end\\0'; }"
                + " | gzip -c | base64 -w0";
        return records(line).map(CommandLook::seen);
    }

    /** SHA-256 by path relative to the directory; what vanished is left out. */
    Mono<Map<String, String>> sha256(String directory, List<String> paths) {
        return Flux.fromIterable(portions(paths))
                .concatMap(portion -> hashes(directory, portion))
                .collect(HashMap::new, Map::putAll);
    }

    private Mono<Map<String, String>> hashes(String directory, List<String> paths) {
        var names = PackedText.pack(String.join(String.valueOf(END), paths) + END);
        var line = "cd " + ShellWords.quote(directory) + " && { printf %s '" + names
                + "' | base64 -d | gzip -d | xargs -0 -r sha256sum -bz -- 2>/dev/null; printf 'end\\0'; }"
                + " | gzip -c | base64 -w0";
        return records(line).map(CommandLook::hashed);
    }

    /** The records of a complete answer, without the last one that says so. */
    private Mono<List<String>> records(String line) {
        return command(line).map(result -> {
            var records = PackedText.unpack(result.stdout().strip()).split(String.valueOf(END), -1);
            if (records.length < 2 || !records[records.length - 2].equals("end")) {
                throw new UnexpectedResponseException(
                        "looking into the session ended early: " + result.stderr(), "", ErrorDetails.of("shell"));
            }
            return List.of(records).subList(0, records.length - 2);
        });
    }

    private Mono<CommandResult> command(String line) {
        return shell.run(CommandRequest.of(line).timeout(TIMEOUT), Idempotency.READ, Touches.nothing());
    }

    private static List<SeenFile> seen(List<String> records) {
        return records.stream().map(CommandLook::seen).toList();
    }

    private static SeenFile seen(String record) {
        var parts = record.split(" ", 3);
        return new SeenFile(parts[2], Long.parseLong(parts[0]), parts[1]);
    }

    /** Each record is the hash, a space, a star and the name. */
    private static Map<String, String> hashed(List<String> records) {
        Map<String, String> hashes = new HashMap<>();
        records.forEach(record -> hashes.put(record.substring(66), record.substring(0, 64)));
        return hashes;
    }

    private static List<List<String>> portions(List<String> paths) {
        List<List<String>> portions = new ArrayList<>();
        List<String> open = new ArrayList<>();
        var length = 0;
        for (String path : paths) {
            if (length > NAME_BYTES) {
                portions.add(open);
                open = new ArrayList<>();
                length = 0;
            }
            open.add(path);
            length += path.length();
        }
        if (!open.isEmpty()) {
            portions.add(open);
        }
        return portions;
    }
}
