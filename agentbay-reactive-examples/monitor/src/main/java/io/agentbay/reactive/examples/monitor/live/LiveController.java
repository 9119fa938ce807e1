package io.agentbay.reactive.examples.monitor.live;

import io.agentbay.reactive.AgentBayClient;
import io.agentbay.reactive.event.Activity;
import io.agentbay.reactive.event.EventPosition;
import io.agentbay.reactive.event.Operation;
import io.agentbay.reactive.event.OperationEvent;
import io.agentbay.reactive.examples.monitor.MonitorProperties;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.http.codec.ServerSentEvent;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Flux;

/**
 * The client's events, for a browser's {@code EventSource}.
 *
 * <p>Who begins gets a {@code picture} of what is under way, then {@code events} in batches. Who comes back with the {@code
 * Last-Event-ID} of the last batch gets what it missed; if that is not remembered, or came from the application before a
 * restart, an event {@code gap} says so and a new picture follows. A browser that reads slowly gets progress folded into
 * the latest, and slows down neither the work nor another browser.
 */
@RestController
class LiveController {

    private static final int MOST_IN_A_BATCH = 1_000;
    private static final Duration BATCH = Duration.ofMillis(100);

    private final AgentBayClient client;
    private final Duration heartbeat;

    LiveController(AgentBayClient client, MonitorProperties properties) {
        this.client = client;
        this.heartbeat = properties.heartbeat();
    }

    @GetMapping(path = "/api/events", produces = MediaType.TEXT_EVENT_STREAM_VALUE)
    Flux<ServerSentEvent<List<LiveEvent>>> events(
            @RequestHeader(name = "Last-Event-ID", required = false) @Nullable String last) {
        EventPosition after = position(last);
        Flux<ServerSentEvent<List<LiveEvent>>> live = after == null ? fromNow() : batches(after);
        return live.mergeWith(Flux.interval(heartbeat).onBackpressureDrop().map(beat -> comment("beat")))
                .takeUntilOther(client.events().ignoreElements());
    }

    private Flux<ServerSentEvent<List<LiveEvent>>> fromNow() {
        return Flux.defer(() -> {
            Activity now = client.activity();
            return Flux.concat(Flux.just(picture(now)), batches(now.position()));
        });
    }

    private Flux<ServerSentEvent<List<LiveEvent>>> batches(EventPosition after) {
        return client.events(after).bufferTimeout(MOST_IN_A_BATCH, BATCH, true).concatMap(this::messages, 1);
    }

    /** After a gap in the stream, what is under way has to be told anew. */
    private Flux<ServerSentEvent<List<LiveEvent>>> messages(List<OperationEvent> batch) {
        ServerSentEvent<List<LiveEvent>> events = message(
                "events",
                batch.get(batch.size() - 1).position(),
                batch.stream()
                        .filter(event -> !isStreamGap(event))
                        .map(LiveEvent::of)
                        .toList());
        return Flux.fromIterable(batch)
                .filter(LiveController::isStreamGap)
                .next()
                .flatMapMany(gap -> Flux.just(
                        message("gap", gap.position(), List.of(LiveEvent.of(gap))), picture(client.activity())))
                .concatWithValues(events);
    }

    private static boolean isStreamGap(OperationEvent event) {
        return event.operation().kind() == Operation.Kind.STREAM;
    }

    private static ServerSentEvent<List<LiveEvent>> picture(Activity activity) {
        return message(
                "picture",
                activity.position(),
                activity.operations().stream().map(LiveEvent::of).toList());
    }

    private static ServerSentEvent<List<LiveEvent>> message(
            String name, EventPosition position, List<LiveEvent> events) {
        return ServerSentEvent.builder(events)
                .event(name)
                .id(position.toString())
                .build();
    }

    private static ServerSentEvent<List<LiveEvent>> comment(String text) {
        return ServerSentEvent.<List<LiveEvent>>builder().comment(text).build();
    }

    /** A browser that says nothing, or what no browser of ours was told, begins anew. */
    private static @Nullable EventPosition position(@Nullable String last) {
        try {
            return last == null || last.isBlank() ? null : EventPosition.parse(last);
        } catch (IllegalArgumentException e) {
            return null;
        }
    }
}
