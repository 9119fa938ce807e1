package io.agentbay.reactive.internal.wire;

import static org.assertj.core.api.Assertions.assertThat;

import io.agentbay.reactive.error.UnexpectedResponseException;
import io.agentbay.reactive.internal.json.JsonCodec;
import io.agentbay.reactive.internal.pipeline.ServiceCall.Group;
import io.agentbay.reactive.internal.wire.SyncWire.Direction;
import io.agentbay.reactive.internal.wire.SyncWire.InternalContext;
import io.agentbay.reactive.internal.wire.SyncWire.SyncTask;
import io.agentbay.reactive.pipeline.ApiCall.Idempotency;
import io.agentbay.reactive.stub.Answer;
import io.agentbay.reactive.stub.FakePipeline;
import io.agentbay.reactive.stub.VirtualRuntime;
import java.net.URI;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import reactor.test.StepVerifier;

class SyncWireTests {
    @Test
    void aTriggerIsUnsafeAndAPollIsARead() {
        var pipeline = FakePipeline.answering(Answer.ok());
        var wire = wire(pipeline);
        StepVerifier.create(wire.trigger("s", "c", "/p", Direction.DOWNLOAD)).verifyComplete();
        StepVerifier.create(wire.tasks("s")).expectNext(List.of()).verifyComplete();
        assertThat(pipeline.calls.get(0).idempotency()).isEqualTo(Idempotency.UNSAFE);
        assertThat(pipeline.requests.get(0).form()).containsEntry("Mode", "download");
        assertThat(pipeline.calls.get(1).idempotency()).isEqualTo(Idempotency.READ);
        assertThat(pipeline.calls.get(1).group()).isEqualTo(Group.POLL);
    }

    @Test
    void tasksOfSeveralElementsAndOtherTypesSkipped() {
        var status = "[{\"type\":\"news\",\"data\":\"[1]\"},{\"data\":\"[1]\"},"
                + "{\"type\":\"data\",\"data\":\"[" + task("upload", "Success", "7", "8") + "]\"},"
                + "{\"type\":\"data\",\"data\":\"[" + task("Download", "Failed", "\\\"9\\\"", "null") + ","
                + task("sideways", "Odd", "1", "1") + "]\"}]";
        assertThat(tasks(status))
                .containsExactly(
                        new SyncTask("c", "/p", Direction.UPLOAD, "Success", "", 7, 8),
                        new SyncTask("c", "/p", Direction.DOWNLOAD, "Failed", "", 9, 0),
                        new SyncTask("c", "/p", null, "Odd", "", 1, 1));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "[]", "[{\"type\":\"data\",\"data\":\"\"}]", "[{\"type\":\"data\",\"data\":\"[]\"}]"})
    void noTasksAreNoError(String status) {
        assertThat(tasks(status)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "[",
                "{}",
                "[{\"type\":\"data\",\"data\":\"{\"}]",
                "[{\"type\":\"data\",\"data\":\"[{\\\"startTime\\\":\\\"x\\\"}]\"}]"
            })
    void aTaskListNobodyUnderstandsIsNoEmptyList(String status) {
        var answer = Answer.ok("{\"ContextStatus\":" + Answer.quote(status) + "}");
        StepVerifier.create(wire(FakePipeline.answering(answer)).tasks("s"))
                .verifyError(UnexpectedResponseException.class);
    }

    @Test
    void aBindIsUnsafeAndSpelledAsInACreate() {
        var pipeline = FakePipeline.answering(Answer.ok());
        StepVerifier.create(wire(pipeline).bind("s", List.of(new SessionWire.MountData("c", "/p", "{}"))))
                .verifyComplete();
        assertThat(pipeline.calls.get(0).idempotency()).isEqualTo(Idempotency.UNSAFE);
        assertThat(pipeline.requests.get(0).form())
                .containsEntry("SessionId", "s")
                .containsEntry("PersistenceDataList", "[{\"Path\":\"/p\",\"Policy\":\"{}\",\"ContextId\":\"c\"}]");
    }

    @Test
    void bindings() {
        var pipeline = FakePipeline.answering(Answer.ok(
                "[{\"ContextId\":\"c\",\"ContextName\":\"n\",\"Path\":\"/p\",\"Policy\":\"{}\",\"BindTime\":\"t\"}]"));
        StepVerifier.create(wire(pipeline).bindings("s"))
                .expectNext(List.of(new SyncWire.BoundContext("c", "n", "/p", "{}", "t")))
                .verifyComplete();
    }

    @Test
    void typesOfInternalContextsAreFlattenedAndHalfOnesLeftOut() {
        var pipeline =
                FakePipeline.answering(Answer.ok("[{\"ContextId\":\"\",\"ContextPath\":\"/x\",\"ContextType\":\"a\"},"
                        + "{\"ContextId\":\"c\",\"ContextPath\":\"/tmp/t\",\"ContextType\":\"file_transfer\"}]"));
        StepVerifier.create(wire(pipeline).internalContexts("s", List.of("file_transfer", "other")))
                .expectNext(List.of(new InternalContext("c", "/tmp/t", "file_transfer")))
                .verifyComplete();
        assertThat(pipeline.requests.get(0).form())
                .containsEntry("ContextTypes.1", "file_transfer")
                .containsEntry("ContextTypes.2", "other");
    }

    private static List<SyncTask> tasks(String contextStatus) {
        var answer = Answer.ok("{\"ContextStatus\":" + Answer.quote(contextStatus) + "}");
        return wire(FakePipeline.answering(answer)).tasks("s").block();
    }

    private static String task(String type, String status, String start, String finish) {
        return "{\\\"contextId\\\":\\\"c\\\",\\\"path\\\":\\\"/p\\\",\\\"errorMessage\\\":null,\\\"status\\\":\\\""
                + status
                + "\\\",\\\"startTime\\\":" + start + ",\\\"finishTime\\\":" + finish + ",\\\"taskType\\\":\\\"" + type
                + "\\\"}";
    }

    private static SyncWire wire(FakePipeline pipeline) {
        return Wires.of(pipeline, new VirtualRuntime(), JsonCodec.strict(), URI.create("https://host"), null)
                .sync();
    }
}
