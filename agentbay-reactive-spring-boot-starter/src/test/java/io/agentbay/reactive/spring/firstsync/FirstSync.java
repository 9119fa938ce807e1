package io.agentbay.reactive.spring.firstsync;

// tag::application[]
import io.agentbay.reactive.AgentBayClient;
import io.agentbay.reactive.event.OperationEvent;
import io.agentbay.reactive.session.SessionRequest;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.http.MediaType;
import org.springframework.http.codec.ServerSentEvent;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Flux;

@SpringBootApplication
@RestController
record FirstSync(AgentBayClient client) {

    public static void main(String... args) {
        SpringApplication.run(FirstSync.class, args);
    }

    @GetMapping(path = "/sync", produces = MediaType.TEXT_EVENT_STREAM_VALUE)
    Flux<ServerSentEvent<OperationEvent>> sync() {
        var saved = client.contexts()
                .getOrCreate("my-project")
                .flatMap(context -> client.sessions()
                        .use(
                                SessionRequest.mounting(context, "/mnt/data"),
                                session -> session.sync().persist("/mnt/data/hello.txt", "Hello")));
        return OperationEvent.streamOf(saved)
                .map(event -> ServerSentEvent.builder(event).event(event.type()).build());
    }
}
// end::application[]
