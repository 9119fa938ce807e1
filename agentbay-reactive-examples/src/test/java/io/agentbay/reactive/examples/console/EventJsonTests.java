package io.agentbay.reactive.examples.console;

import static org.assertj.core.api.Assertions.assertThat;

import io.agentbay.reactive.common.Failure;
import io.agentbay.reactive.common.Figure;
import io.agentbay.reactive.event.Operation;
import io.agentbay.reactive.event.OperationEvent;
import io.agentbay.reactive.event.Progress;
import io.agentbay.reactive.snapshot.VerifyReport;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The names that other programs read: changing one here breaks them. */
class EventJsonTests {

    private static final Instant AT = Instant.parse("2026-11-29T10:00:00.123Z");
    private static final Operation UPLOAD =
            new Operation("0a1b2c3d-7", Operation.Kind.SESSION_CREATE, "0a1b2c3d-6", "s-1", "ctx-1", "/mnt/data");
    private static final Failure FAILURE =
            new Failure("SyncFailedException", "disk \"full\"", "Disk.Full", "r-1", false);
    private static final Progress UNKNOWN = Progress.in(Progress.Phase.PLANNING);
    private static final String HEAD =
            "\"at\":\"2026-11-29T10:00:00.123Z\",\"operation\":{\"id\":\"0a1b2c3d-7\",\"kind\":\"session-create\","
                    + "\"parent\":\"0a1b2c3d-6\",\"session\":\"s-1\",\"context\":\"ctx-1\",\"path\":\"/mnt/data\"}";
    private static final String FAILED =
            "\"failure\":{\"type\":\"SyncFailedException\",\"message\":\"disk \\\"full\\\"\","
                    + "\"code\":\"Disk.Full\",\"requestId\":\"r-1\",\"mayHaveHappened\":false}";

    @Test
    void whatIsNotKnownIsLeftOut() {
        var bare = new Operation("0a1b2c3d-1", Operation.Kind.UPLOAD, null, null, null, null);
        assertThat(EventJson.line(new OperationEvent.Started(3, AT, bare, UNKNOWN)))
                .isEqualTo(
                        "{\"id\":\"0a1b2c3d-3\",\"type\":\"started\",\"at\":\"2026-11-29T10:00:00.123Z\","
                                + "\"operation\":{\"id\":\"0a1b2c3d-1\",\"kind\":\"upload\"},\"phase\":\"planning\",\"attempt\":1}");
    }

    @Test
    void progressNamesEachFigureAndWhereItComesFrom() {
        var progress = new Progress(
                Progress.Phase.TRANSFERRING,
                2,
                Figure.measured(3),
                Figure.observed(4),
                Figure.measured(50),
                Figure.estimated(60),
                Figure.measured(70),
                Figure.measured(8),
                12.6,
                Duration.ofMillis(790),
                "a.txt");
        assertThat(EventJson.line(new OperationEvent.Advanced(4, AT, UPLOAD, progress)))
                .isEqualTo("{\"id\":\"0a1b2c3d-4\",\"type\":\"advanced\"," + HEAD + ",\"phase\":\"transferring\","
                        + "\"attempt\":2,\"filesDone\":{\"value\":3,\"origin\":\"measured\"},"
                        + "\"filesTotal\":{\"value\":4,\"origin\":\"observed\"},"
                        + "\"bytesDone\":{\"value\":50,\"origin\":\"measured\"},"
                        + "\"bytesTotal\":{\"value\":60,\"origin\":\"estimated\"},"
                        + "\"bytesRead\":{\"value\":70,\"origin\":\"measured\"},"
                        + "\"bytesStored\":{\"value\":8,\"origin\":\"measured\"},"
                        + "\"bytesPerSecond\":13,\"remainingMillis\":790,\"current\":\"a.txt\"}");
    }

    @Test
    void everyKindOfEventSaysWhatIsItsOwn() {
        assertThat(EventJson.line(new OperationEvent.ItemFailed(5, AT, UPLOAD, UNKNOWN, "b.txt", FAILURE)))
                .contains("\"type\":\"item-failed\"", "\"item\":\"b.txt\"," + FAILED);
        assertThat(EventJson.line(new OperationEvent.Failed(6, AT, UPLOAD, UNKNOWN, FAILURE)))
                .contains("\"type\":\"failed\"", FAILED);
        assertThat(EventJson.line(new OperationEvent.Gap(7, AT, UPLOAD, UNKNOWN, 12L)))
                .contains("\"type\":\"gap\"")
                .endsWith("\"missed\":12}");
        assertThat(EventJson.line(new OperationEvent.Gap(7, AT, UPLOAD, UNKNOWN, null)))
                .doesNotContain("missed");
        assertThat(EventJson.line(new OperationEvent.Cancelled(8, AT, UPLOAD, UNKNOWN)))
                .contains("\"type\":\"cancelled\"");
        var report = new VerifyReport(3, 400, List.of(), 0, Duration.ofSeconds(2));
        assertThat(EventJson.line(new OperationEvent.Completed(9, AT, UPLOAD, UNKNOWN, report)))
                .contains("\"type\":\"completed\"", "\"report\":{", "\"bytesRead\":400");
    }

    @Test
    void eachEventIsALineAndTextGoesElsewhere() {
        var out = new ByteArrayOutputStream();
        var text = new PrintStream(new ByteArrayOutputStream(), true, StandardCharsets.UTF_8);
        try (var view = new JsonEvents(new PrintStream(out, true, StandardCharsets.UTF_8), text)) {
            view.show(new OperationEvent.Started(1, AT, UPLOAD, UNKNOWN));
            view.show(new OperationEvent.Cancelled(2, AT, UPLOAD, UNKNOWN));
            assertThat(view.text()).isSameAs(text);
        }
        assertThat(out.toString(StandardCharsets.UTF_8).lines()).hasSize(2).allMatch(line -> line.startsWith("{"));
    }
}
