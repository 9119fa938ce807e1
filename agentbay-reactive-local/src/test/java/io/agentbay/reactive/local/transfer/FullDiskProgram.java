package io.agentbay.reactive.local.transfer;

import io.agentbay.reactive.AgentBayClient;
import io.agentbay.reactive.common.Selector;
import io.agentbay.reactive.error.TransferFailedException;
import io.agentbay.reactive.file.TransferReport;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.stream.Stream;
import reactor.core.publisher.Mono;

/** Copies a context to a disk that is nearly full, makes room, and copies again; prints what came of both. */
public final class FullDiskProgram {

    static final int FILES = 10;
    static final int SIZE = 100_000;
    static final String CONTEXT = "large";
    static final String ROOT = "/mnt/data";

    private static final Duration LONG = Duration.ofMinutes(1);

    private FullDiskProgram() {}

    /** Arguments: endpoint, API key, and the directory on a disk with room for some of the files. */
    public static void main(String[] arguments) throws IOException {
        var target = Path.of(arguments[2]).resolve("copy");
        var ballast = Files.write(Path.of(arguments[2]).resolve("ballast"), new byte[FILES * SIZE]);
        try (var client = AgentBayClient.builder()
                .endpoint(arguments[0])
                .apiKey(arguments[1])
                .build()) {
            failing(client, target);
            Files.delete(ballast);
            var report = copy(client, target).block(LONG);
            System.out.println("then " + report.filesMoved() + " moved, " + report.filesUnchanged() + " unchanged");
        }
    }

    private static void failing(AgentBayClient client, Path target) throws IOException {
        try {
            System.out.println("copied " + copy(client, target).block(LONG));
        } catch (TransferFailedException error) {
            error.failures()
                    .forEach((name, failure) -> System.out.println("failed " + name + ": " + failure.message()));
        }
        try (Stream<Path> files = Files.list(target)) {
            for (Path file : files.toList()) {
                System.out.println("left " + file.getFileName() + ": " + Files.size(file));
            }
        }
    }

    private static Mono<TransferReport> copy(AgentBayClient client, Path target) {
        return client.contexts()
                .get(CONTEXT)
                .flatMap(context -> client.contexts().files(context).copyTo(target, ROOT, Selector.all()));
    }
}
