package io.agentbay.reactive.internal.file;

import io.agentbay.reactive.error.AgentBayException;
import io.agentbay.reactive.error.ErrorDetails;
import io.agentbay.reactive.error.NotFoundException;
import io.agentbay.reactive.error.ToolFailedException;
import io.agentbay.reactive.error.UnexpectedResponseException;
import io.agentbay.reactive.file.FileEntry;
import io.agentbay.reactive.file.SessionFiles;
import io.agentbay.reactive.internal.tool.ToolGateway;
import io.agentbay.reactive.internal.tool.ToolGateway.Touches;
import io.agentbay.reactive.pipeline.ApiCall.Idempotency;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** The file tools of one session, typed: one method, one call. */
final class FileTools {

    private final ToolGateway gateway;
    private final AtomicInteger longestAnswer = new AtomicInteger();

    FileTools(ToolGateway gateway) {
        this.gateway = gateway;
    }

    ToolGateway gateway() {
        return gateway;
    }

    /** Creates or replaces a small text file, parents too. */
    Mono<Void> overwrite(String path, String text) {
        return write(path, text, "overwrite", Idempotency.IDEMPOTENT);
    }

    /** Adds text to the end, once. */
    Mono<Void> append(String path, String text) {
        return write(path, text, "append", Idempotency.UNSAFE);
    }

    private Mono<Void> write(String path, String text, String mode, Idempotency idempotency) {
        var arguments = Map.of("path", path, "content", text, "mode", mode, "create_parent_dir", true);
        return change("write_file", arguments, idempotency, Touches.path(path, PlainText.bytes(text)))
                .onErrorMap(missing(path))
                .then();
    }

    /** Exactly these bytes of a file; fewer only at its end. */
    Mono<byte[]> range(String path, long offset, long length) {
        var arguments = Map.of("path", path, "offset", offset, "length", length, "format", "binary");
        return look("read_file", arguments, path)
                .map(text -> decode(path, text))
                .defaultIfEmpty(new byte[0]);
    }

    /** Whether the service is known to answer with more bytes than these, so that it did not cut them. */
    boolean isUncut(int length) {
        return length < longestAnswer.get();
    }

    /** The service answered with all of these bytes. */
    void answered(int length) {
        longestAnswer.accumulateAndGet(length, Math::max);
    }

    /** What is at a path; empty when nothing is. */
    Mono<FileEntry> stat(String path) {
        return info(path).flatMap(info -> {
            var entry = ToolTexts.entry(path, info);
            return entry == null
                    ? Mono.error(new UnexpectedResponseException(
                            "get_file_info names neither size nor directory",
                            info.toString(),
                            ErrorDetails.of("get_file_info")))
                    : Mono.just(entry);
        });
    }

    /** What get_file_info says, key by key; empty when nothing is there. */
    Mono<Map<String, String>> info(String path) {
        return look("get_file_info", Map.of("path", path), path)
                .map(ToolTexts::info)
                .onErrorResume(FileTools::isMissing, missing -> Mono.empty());
    }

    Mono<List<FileEntry>> list(String directory) {
        return look("list_directory", Map.of("path", directory), directory)
                .map(text -> ToolTexts.listing(directory, text))
                .defaultIfEmpty(List.of());
    }

    Flux<String> search(String directory, String pattern) {
        return look("search_files", Map.of("path", directory, "pattern", pattern), directory)
                .flatMapIterable(ToolTexts::hits);
    }

    Mono<Void> createDirectory(String path) {
        return change("create_directory", Map.of("path", path), Idempotency.IDEMPOTENT, path)
                .then();
    }

    /** Moves once; whether it happened after a lost answer is the caller's to find out. */
    Mono<Void> move(String from, String to, Touches touches) {
        var call = new ToolGateway.Call(
                "move_file", Map.of("source", from, "destination", to), Idempotency.UNSAFE, touches, null);
        return Mono.defer(() -> gateway.call(call)).onErrorMap(missing(from)).then();
    }

    /** Deletes; a file that is not there is deleted. */
    Mono<Void> delete(String path) {
        return change("delete_file", Map.of("path", path), Idempotency.IDEMPOTENT, path)
                .onErrorResume(FileTools::isMissing, missing -> Mono.empty())
                .then();
    }

    Mono<Void> edit(String path, List<SessionFiles.Edit> edits) {
        var pieces = edits.stream()
                .map(edit -> Map.of("oldText", edit.oldText(), "newText", edit.newText()))
                .toList();
        var arguments = Map.of("path", path, "edits", pieces, "dryRun", false);
        return change("edit_file", arguments, Idempotency.UNSAFE, path)
                .onErrorMap(FileTools::isMissing, error -> ofEdit(path, error))
                .then();
    }

    /** What was not found is the file only if the tool says so: it may as well be the text to replace. */
    private static Throwable ofEdit(String path, Throwable missing) {
        var cause = missing.getCause();
        return cause instanceof ToolFailedException failed && !ToolTexts.saysFileMissing(failed.summary(), path)
                ? failed
                : missing;
    }

    private Mono<String> look(String tool, Map<String, ?> arguments, String path) {
        return Mono.defer(() ->
                        gateway.call(new ToolGateway.Call(tool, arguments, Idempotency.READ, Touches.nothing(), null)))
                .onErrorMap(missing(path));
    }

    private Mono<String> change(String tool, Map<String, ?> arguments, Idempotency idempotency, String path) {
        return change(tool, arguments, idempotency, Touches.path(path)).onErrorMap(missing(path));
    }

    private Mono<String> change(String tool, Map<String, ?> arguments, Idempotency idempotency, Touches touches) {
        return Mono.defer(() -> gateway.call(new ToolGateway.Call(tool, arguments, idempotency, touches, null)));
    }

    static boolean isMissing(Throwable error) {
        return error instanceof NotFoundException missing && missing.kind() == NotFoundException.Kind.FILE;
    }

    private static Function<Throwable, Throwable> missing(String path) {
        return error -> error instanceof ToolFailedException failed && ToolTexts.saysMissing(failed.summary(), path)
                ? notFound(path, failed)
                : error;
    }

    private static NotFoundException notFound(String path, AgentBayException cause) {
        return new NotFoundException(
                "no such file or directory: " + path,
                NotFoundException.Kind.FILE,
                path,
                200,
                cause.details().cause(cause));
    }

    static NotFoundException notFound(String path, String operation) {
        return new NotFoundException(
                "no such file or directory: " + path,
                NotFoundException.Kind.FILE,
                path,
                200,
                ErrorDetails.of(operation));
    }

    private static byte[] decode(String path, String text) {
        try {
            return Base64.getDecoder().decode(text.replaceAll("\\s", ""));
        } catch (IllegalArgumentException notBase64) {
            throw new UnexpectedResponseException(
                    "bytes of " + path + " did not come as base64", "", ErrorDetails.of("read_file"));
        }
    }
}
