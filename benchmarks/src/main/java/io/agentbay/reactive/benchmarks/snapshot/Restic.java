package io.agentbay.reactive.benchmarks.snapshot;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** restic as Debian packages it, with its defaults. */
record Restic(Path source) implements Keeper {

    private static final Map<String, String> SECRET = Map.of("RESTIC_PASSWORD", "benchmark");

    /** Installs it where that is possible. */
    static void require() throws IOException {
        if (isThere()) {
            return;
        }
        if (!"root".equals(System.getProperty("user.name"))) {
            throw new IllegalStateException("restic is not installed, and only root can: apt-get install restic");
        }
        System.out.println("restic is not installed: apt-get install restic");
        Took.by(Map.of(), List.of("apt-get", "update", "-q"));
        Took.by(
                Map.of("DEBIAN_FRONTEND", "noninteractive"),
                List.of("apt-get", "install", "-q", "-y", "--no-install-recommends", "restic"));
    }

    private static boolean isThere() {
        try {
            Took.by(Map.of(), List.of("restic", "version"));
            return true;
        } catch (IOException | IllegalStateException missing) {
            return false;
        }
    }

    @Override
    public String name() {
        return "restic";
    }

    @Override
    public Took snapshot(Path store) throws IOException {
        if (!Files.exists(store)) {
            run("-r", store.toString(), "init");
        }
        return run("-r", store.toString(), "backup", source.toString());
    }

    @Override
    public Took restore(Path store, Path target) throws IOException {
        return run("-r", store.toString(), "restore", "latest", "--target", target.toString());
    }

    @Override
    public Path restored(Path target) {
        return target.resolve(source.toString().substring(1));
    }

    private static Took run(String... arguments) throws IOException {
        List<String> command = new java.util.ArrayList<>(List.of("restic"));
        command.addAll(List.of(arguments));
        return Took.by(SECRET, command);
    }
}
