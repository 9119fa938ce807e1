package io.agentbay.reactive.local;

import static org.assertj.core.api.Assertions.assertThat;

import io.agentbay.reactive.event.OperationEvent;
import io.agentbay.reactive.session.SessionRequest;
import io.agentbay.reactive.sync.UploadRequest;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The client's own sessions against the embedded service, over real HTTP. */
class ClientHttpTests {

    private static final Duration LONG = Duration.ofSeconds(60);

    @Test
    void whatOneSessionSavedTheNextOneReads(@TempDir Path data) {
        try (var local = AgentBayLocal.start(data)) {
            var client = local.client();
            var request = client.contexts()
                    .getOrCreate("project")
                    .map(context -> SessionRequest.mounting(context, "/mnt/data"))
                    .block(LONG);
            Queue<OperationEvent> events = new ConcurrentLinkedQueue<>();
            var report = client.sessions()
                    .use(
                            request,
                            session -> session.files()
                                    .write("/mnt/data/a.txt", "hello")
                                    .then(session.sync()
                                            .upload(UploadRequest.all().verified())))
                    .contextWrite(OperationEvent.listener(events::add))
                    .block(LONG);
            var text = client.sessions()
                    .use(request, session -> session.files().readText("/mnt/data/a.txt"))
                    .block(LONG);

            assertThat(report.verified()).isTrue();
            assertThat(text).isEqualTo("hello");
            assertThat(client.sessions().owned()).isEmpty();
            assertThat(events).extracting(OperationEvent::type).contains("started", "completed");
        }
    }
}
