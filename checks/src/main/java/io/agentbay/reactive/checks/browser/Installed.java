package io.agentbay.reactive.checks.browser;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** The programs a browser test needs, taken from this machine instead of from 200 MB of downloads. */
final class Installed {

    private static final List<String> CHROMIUM = List.of("chromium", "chromium-browser", "google-chrome");

    private Installed() {}

    static Optional<Path> chromium() {
        return CHROMIUM.stream().flatMap(name -> program(name).stream()).findFirst();
    }

    /** What Playwright's driver runs on. */
    static Optional<Path> node() {
        return program("node");
    }

    /** Why browser tests cannot run here; empty when they can. */
    static Optional<String> missing() {
        if (chromium().isEmpty()) {
            return Optional.of("Chromium is not installed (package chromium)");
        }
        return node().isEmpty() ? Optional.of("Node.js is not installed (package nodejs)") : Optional.empty();
    }

    private static Optional<Path> program(String name) {
        String path = Optional.ofNullable(System.getenv("PATH")).orElse("/usr/bin");
        return Stream.of(path.split(":"))
                .map(directory -> Path.of(directory, name))
                .filter(Files::isExecutable)
                .findFirst();
    }
}
