package io.agentbay.reactive.examples.guide;

import io.agentbay.reactive.AgentBayClient;
import io.agentbay.reactive.common.Content;
import io.agentbay.reactive.common.Selector;
import io.agentbay.reactive.context.AgentBayContext;
import io.agentbay.reactive.event.OperationEvent;
import io.agentbay.reactive.event.Progress;
import io.agentbay.reactive.file.FileEntry;
import io.agentbay.reactive.file.TransferReport;
import java.io.PrintStream;
import java.nio.file.Path;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Files of a context without a session, by signed URLs. */
final class FilesWithoutSession implements Section {

    private final AgentBayClient client;
    private final PrintStream out;

    FilesWithoutSession(AgentBayClient client, PrintStream out) {
        this.client = client;
        this.out = out;
    }

    @Override
    public Mono<Void> run() {
        return client.contexts()
                .getOrCreate("files-project")
                .flatMap(context -> write(context)
                        .thenMany(walk(context))
                        .then(remove(context))
                        .then(SampleDirectory.with(directory -> copies(context, directory))));
    }

    /** Up, up again, and down. */
    private Mono<Void> copies(AgentBayContext context, Path directory) {
        var sample = directory.resolve("sample");
        return up(context, sample)
                .then(up(context, sample))
                .then(down(context, directory.resolve("back")))
                .doOnNext(report -> out.println("Down: " + report.bytesMoved() + " bytes in " + report.elapsed()))
                .then();
    }

    // tag::read-write[]
    Mono<String> write(AgentBayContext context) {
        var files = client.contexts().files(context);
        return files.write("/mnt/data/reports/today.txt", Content.of("All is well")) // a Path or a Publisher works too
                .then(files.readText("/mnt/data/reports/today.txt"))
                .doOnNext(text -> out.println("Read back: " + text));
    }

    Flux<FileEntry> walk(AgentBayContext context) {
        return client.contexts()
                .files(context)
                .walk("/mnt/data", Selector.all()) // every folder, page after page, as they are asked for
                .doOnNext(entry -> out.println(entry.path() + " " + entry.size()));
    }

    Mono<Void> remove(AgentBayContext context) {
        return client.contexts().files(context).delete("/mnt/data/reports/today.txt");
    }
    // end::read-write[]

    // tag::directories[]
    Mono<TransferReport> up(AgentBayContext context, Path directory) {
        return client.contexts()
                .files(context)
                .copyFrom(directory, "/mnt/data", Selector.all())
                .doOnNext(report ->
                        out.println(report.filesMoved() + " moved, " + report.filesUnchanged() + " unchanged"))
                .contextWrite(OperationEvent.listener(event -> print(event.progress())));
    }

    private void print(Progress now) { // what is not known yet is null, here and in the figures
        out.printf(
                "  %s: %s of %s files, %s of %s bytes, time left %s%n",
                now.phase(), now.filesDone(), now.filesTotal(), now.bytesDone(), now.bytesTotal(), now.remaining());
    }

    Mono<TransferReport> down(
            AgentBayContext context, Path directory) { // temporary names, forced to disk, moved into place
        return client.contexts().files(context).copyTo(directory, "/mnt/data", Selector.all());
    }
    // end::directories[]
}
