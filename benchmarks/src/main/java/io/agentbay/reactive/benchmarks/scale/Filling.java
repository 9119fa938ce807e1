package io.agentbay.reactive.benchmarks.scale;

import io.agentbay.reactive.AgentBayClient;
import io.agentbay.reactive.common.Selector;
import io.agentbay.reactive.context.AgentBayContext;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.IntStream;
import reactor.core.publisher.Flux;

/** Fills a service through its client: a fifth of the files into one folder of one context, the rest evenly. */
final class Filling {

    static final String LARGE = "scale-large";
    static final String FOLDER = "/mnt/data/large";

    private static final int AT_ONCE = 48;

    private final AgentBayClient client;
    private final int contexts;
    private final int files;

    Filling(AgentBayClient client, int contexts, int files) {
        this.client = client;
        this.contexts = contexts;
        this.files = files;
    }

    void run(Times times) {
        List<AgentBayContext> made = times.take("create " + (contexts - 1) + " contexts", this::create);
        int evenly = files - files / 5;
        times.take("put " + evenly + " files into them, by signed URL", () -> put(made, evenly));
        times.take("put " + files / 5 + " files into one folder", () -> large(files / 5));
    }

    private List<AgentBayContext> create() {
        List<String> names = IntStream.range(1, contexts)
                .mapToObj(number -> String.format(Locale.ROOT, "scale-%05d", number))
                .toList();
        return Objects.requireNonNull(
                client.contexts().getOrCreateAll(names).collectList().block());
    }

    private long put(List<AgentBayContext> made, int evenly) {
        return Objects.requireNonNull(Flux.range(0, evenly)
                .flatMap(
                        number -> client.contexts()
                                .files(made.get(number % made.size()))
                                .write("/mnt/data/file-" + number / made.size() + ".txt", "content " + number)
                                .thenReturn(number),
                        AT_ONCE)
                .count()
                .block());
    }

    private long large(int number) {
        try {
            Path source = Files.createTempDirectory("scale-large-");
            for (int i = 0; i < number; i++) {
                Files.writeString(source.resolve(String.format(Locale.ROOT, "file-%06d.txt", i)), "large " + i);
            }
            AgentBayContext context =
                    Objects.requireNonNull(client.contexts().getOrCreate(LARGE).block());
            return Objects.requireNonNull(client.contexts()
                            .files(context)
                            .copyFrom(source, FOLDER, Selector.all())
                            .block())
                    .filesMoved();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
