package io.agentbay.reactive.local.sandbox;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** Looks for programs the way a shell does. */
final class Programs {

    static final String PATH = "/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin";

    private Programs() {}

    static Optional<Path> find(String program, String path) {
        return directories(path).stream()
                .map(directory -> directory.resolve(program))
                .filter(Files::isExecutable)
                .findFirst();
    }

    private static List<Path> directories(String path) {
        return Arrays.stream(path.split(":"))
                .filter(part -> !part.isEmpty())
                .map(Path::of)
                .toList();
    }
}
