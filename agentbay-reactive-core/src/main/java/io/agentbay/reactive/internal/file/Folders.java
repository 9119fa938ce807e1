package io.agentbay.reactive.internal.file;

import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Scheduler;

/** Makes each directory of one copy once, however many files wait for it. */
final class Folders {

    private static final Duration FOR_EVER = Duration.ofMillis(Long.MAX_VALUE);

    private final FileTools tools;
    private final Scheduler timer;
    private final Map<String, Mono<Void>> made = new ConcurrentHashMap<>();

    Folders(FileTools tools, Scheduler timer) {
        this.tools = tools;
        this.timer = timer;
    }

    Mono<Void> parentOf(String path) {
        return directory(RemotePath.parent(path));
    }

    Mono<Void> directory(String path) {
        return path.equals("/") ? Mono.empty() : made.computeIfAbsent(path, this::making);
    }

    /** A failure is not kept: the next file tries again. */
    private Mono<Void> making(String path) {
        return tools.createDirectory(path).cache(none -> FOR_EVER, failure -> Duration.ZERO, () -> FOR_EVER, timer);
    }

    /** A file written by a tool that makes parents has made them. */
    void exists(String path) {
        made.putIfAbsent(path, Mono.empty());
    }
}
