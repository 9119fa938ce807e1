package io.agentbay.reactive.benchmarks.scale;

import io.agentbay.reactive.benchmarks.transfer.Tree;
import io.agentbay.reactive.local.AgentBayLocal;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** An embedded service with many contexts and files: how long it takes to fill, list, sync, look at and restart it. */
@Command(name = "scale-benchmark", mixinStandardHelpOptions = true)
public final class ScaleBenchmark implements Callable<Integer> {

    private static final int TURNS_OF_SMALL = 20;

    @Option(names = "--contexts", defaultValue = "10000", description = "how many contexts")
    private int contexts;

    @Option(names = "--files", defaultValue = "100000", description = "how many files, a fifth of them in one context")
    private int files;

    @Option(names = "--data", description = "where to keep the data; filled already, it is measured again")
    private @Nullable Path data;

    /** Runs and prints a table. */
    public static void main(String[] args) {
        System.exit(new CommandLine(new ScaleBenchmark()).execute(args));
    }

    @Override
    public Integer call() throws Exception {
        Path chosen = data == null ? Files.createTempDirectory("scale-benchmark-") : data;
        try {
            Times times = new Times();
            measure(chosen.resolve("service"), times);
            small(chosen, times);
            times.print(System.out);
        } finally {
            if (data == null) {
                Tree.delete(chosen);
            }
        }
        return 0;
    }

    private void measure(Path service, Times times) {
        boolean filled = Files.exists(service);
        try (AgentBayLocal local = AgentBayLocal.start(service)) {
            if (!filled) {
                new Filling(local.client(), contexts, files).run(times);
            }
            new Questions(local, contexts).run(times);
        }
        for (int turn = 0; turn < 3; turn++) {
            AgentBayLocal again = times.take("restart, until it listens", () -> AgentBayLocal.start(service));
            times.take("restart, first listing of 100 contexts", () -> new Questions(again, contexts).firstPage());
            again.close();
        }
    }

    /** What each test pays for a service of its own. */
    private static void small(Path around, Times times) throws IOException {
        for (int turn = 0; turn < TURNS_OF_SMALL; turn++) {
            Path empty = Files.createTempDirectory(around, "empty-");
            AgentBayLocal local =
                    times.take("start of an empty service, the JVM being warm", () -> AgentBayLocal.start(empty));
            local.close();
        }
    }
}
