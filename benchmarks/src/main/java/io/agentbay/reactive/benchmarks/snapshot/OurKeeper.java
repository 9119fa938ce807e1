package io.agentbay.reactive.benchmarks.snapshot;

import io.agentbay.reactive.local.AgentBayLocal;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** This client, each step in a JVM of its own with a heap of 128 MiB; what it reads is a context of a service. */
record OurKeeper(AgentBayLocal service) implements Keeper {

    static final String CONTEXT = "benchmark";
    static final String MOUNT = "/mnt/data";

    @Override
    public String name() {
        return "this client";
    }

    @Override
    public Took snapshot(Path store) throws IOException {
        return run("snapshot", store.toString(), "");
    }

    @Override
    public Took restore(Path store, Path target) throws IOException {
        return run("restore", store.toString(), target.toString());
    }

    @Override
    public Path restored(Path target) {
        return target.resolve(MOUNT.substring(1));
    }

    private Took run(String step, String store, String target) throws IOException {
        return Took.by(
                Map.of("AGENTBAY_API_KEY", service.apiKey()),
                List.of(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx128m",
                        "-cp",
                        System.getProperty("java.class.path"),
                        Step.class.getName(),
                        service.endpoint().toString(),
                        step,
                        store,
                        target));
    }
}
