package io.agentbay.reactive.examples.guide;

import static org.assertj.core.api.Assertions.assertThat;

import io.agentbay.reactive.AgentBayClient;
import io.agentbay.reactive.context.AgentBayContext;
import io.agentbay.reactive.file.FileEntry;
import io.agentbay.reactive.local.junit.AgentBayLocalTest;
import io.agentbay.reactive.session.SessionRequest;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Flux;

@AgentBayLocalTest
class ManagingContextsTests {

    private final Output out = new Output();

    @Test
    void listsEveryPage(AgentBayClient client) {
        var names = IntStream.range(0, 120).mapToObj(n -> "project-" + n).toList();
        Flux.fromIterable(names).flatMap(client.contexts()::getOrCreate, 8).blockLast();
        var listed = new ManagingContexts(client, out.stream())
                .listAll()
                .map(AgentBayContext::name)
                .collectList()
                .block();
        assertThat(listed).containsExactlyInAnyOrderElementsOf(names);
        assertThat(out.text().lines()).hasSize(120);
    }

    @Test
    void deletesWhatIsThereAndNothingElse(AgentBayClient client) {
        var section = new ManagingContexts(client, out.stream());
        client.contexts().getOrCreate("one").block();
        client.contexts().getOrCreate("two").block();
        section.delete("one").block();
        section.delete("one").block();
        assertThat(client.contexts()
                        .list()
                        .map(AgentBayContext::name)
                        .collectList()
                        .block())
                .containsExactly("two");
    }

    @Test
    void renamingKeepsTheFilesAndClearingRemovesThem(AgentBayClient client) {
        var section = new ManagingContexts(client, out.stream());
        var context = client.contexts().getOrCreate("old").block();
        var request = SessionRequest.mounting(context, "/mnt/data");
        client.sessions()
                .use(request, session -> session.files().write("/mnt/data/a.txt", "a"))
                .block();

        var renamed = section.rename("old", "new").block();
        assertThat(renamed.id()).isEqualTo(context.id());
        assertThat(files(client, request)).containsExactly("/mnt/data/a.txt");

        section.clear(renamed).block();
        assertThat(files(client, request)).isEmpty();
    }

    private static List<String> files(AgentBayClient client, SessionRequest request) {
        return client.sessions()
                .useMany(request, session -> session.files().list("/mnt/data").map(FileEntry::path))
                .collectList()
                .block();
    }
}
