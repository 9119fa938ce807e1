package io.agentbay.reactive.internal.wire;

import static org.assertj.core.api.Assertions.assertThat;

import io.agentbay.reactive.common.ContextId;
import io.agentbay.reactive.error.NotFoundException;
import io.agentbay.reactive.internal.json.JsonCodec;
import io.agentbay.reactive.internal.transport.FormEncoding;
import io.agentbay.reactive.internal.transport.HttpCall;
import io.agentbay.reactive.internal.transport.HttpCall.KeyPlacement;
import io.agentbay.reactive.internal.wire.SessionWire.MountData;
import io.agentbay.reactive.internal.wire.SessionWire.NewSession;
import io.agentbay.reactive.internal.wire.SyncWire.Direction;
import io.agentbay.reactive.internal.wire.SyncWire.SyncTask;
import io.agentbay.reactive.internal.wire.ToolWire.ToolTarget;
import io.agentbay.reactive.pipeline.ApiCall.Idempotency;
import io.agentbay.reactive.stub.Answer;
import io.agentbay.reactive.stub.FakePipeline;
import io.agentbay.reactive.stub.VirtualRuntime;
import io.agentbay.reactive.sync.Mount;
import io.agentbay.reactive.sync.SyncPolicy;
import java.net.URI;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Mono;
import reactor.test.StepVerifier;

/** What this client sends equals what the official clients were seen to send, and it understands what they were answered. */
class CapturedRequestTests {
    private static final JsonCodec JSON = JsonCodec.strict();
    private static final String SESSION = "s-de52557b6f6a47b4";
    private static final String CONTEXT = "SdkCtx-7504bba9385c";

    @Test
    void getContextWithCreate() {
        var capture = Capture.of("java-GetContext-create");
        var pipeline = answering(capture);
        var context = wires(pipeline).contexts().byName("ctx-ünï 1", true).block();
        assertThat(context.id()).isEqualTo(CONTEXT);
        assertThat(context.name()).isEqualTo("ctx-ünï 1");
        assertThat(context.state()).isEqualTo("available");
        assertSame(capture, pipeline, KeyPlacement.FORM);
        assertThat(encoded(pipeline)).isEqualTo(capture.body().replace("Authorization=Bearer+akm-dummy-0000&", ""));
    }

    @Test
    void getContextOfAnUnknownName() {
        var capture = Capture.of("java-GetContext-notfound-400");
        var pipeline = answering(capture);
        StepVerifier.create(wires(pipeline).contexts().byName("nope", false)).verifyErrorSatisfies(e -> {
            assertThat(e).isInstanceOf(NotFoundException.class);
            var missing = (NotFoundException) e;
            assertThat(missing.kind()).isEqualTo(NotFoundException.Kind.CONTEXT);
            assertThat(missing.name()).isEqualTo("nope");
            assertThat(missing.code()).isEqualTo("InvalidContext.NotFound");
            assertThat(missing.requestId()).isEqualTo("1BBBA2C2-8CD5-44EB-9631-1B0327FAC6F8");
            assertThat(missing.httpStatus()).isEqualTo(400);
        });
        assertSame(capture, pipeline, KeyPlacement.FORM);
    }

    @Test
    void createSessionWithTheDefaultPolicy() {
        var capture = Capture.of("java-CreateMcpSession");
        var pipeline = answering(capture);
        var mount = Mount.of(ContextId.of(CONTEXT), "/tmp/data");
        var policy = PolicyJson.write(mount.policy(), JSON);
        var request = new NewSession(
                "linux_latest",
                Map.of("env", "tést"),
                List.of(new MountData(mount.context().value(), mount.path(), policy)),
                null,
                null);
        var session = wires(pipeline).sessions().create(request).block();
        assertThat(session.sessionId()).isEqualTo(SESSION);
        assertThat(session.linkUrl()).isNull();
        assertThat(session.token()).isNull();
        assertSame(capture, pipeline, KeyPlacement.FORM, "SdkStats");
        assertThat(capture.body())
                .startsWith("Authorization=Bearer+akm-dummy-0000&" + encoded(pipeline) + "&SdkStats=");
    }

    @Test
    void syncContextHasTheKeyInTheQuery() {
        var capture = Capture.of("java-SyncContext");
        var pipeline = answering(capture);
        StepVerifier.create(wires(pipeline).sync().trigger(SESSION, CONTEXT, "/tmp/data", Direction.UPLOAD))
                .verifyComplete();
        assertSame(capture, pipeline, KeyPlacement.QUERY);
        assertThat(encoded(pipeline)).isEqualTo(capture.body());
    }

    @Test
    void getContextInfoAndItsTripleNesting() {
        var capture = Capture.of("java-GetContextInfo");
        var pipeline = answering(capture);
        var tasks = wires(pipeline).sync().tasks(SESSION).block();
        assertThat(tasks)
                .containsExactly(
                        new SyncTask(CONTEXT, "/tmp/data", Direction.DOWNLOAD, "Preparing", "", 1795355524L, 0));
        assertSame(capture, pipeline, KeyPlacement.FORM);
    }

    @Test
    void callMcpTool() {
        var capture = Capture.of("ts-CallMcpTool-read_file");
        var pipeline = answering(capture);
        var arguments = new LinkedHashMap<String, Object>();
        arguments.put("path", "/tmp/data/a.txt");
        arguments.put("offset", 0);
        arguments.put("length", 12);
        var target = new ToolTarget("s-8d15b7d4547245d3", null, null, Map.of());
        var text = wires(pipeline)
                .tools()
                .call(target, "read_file", arguments, Idempotency.READ, null)
                .block();
        assertThat(text).isEqualTo("héllo + & =");
        assertSame(capture, pipeline, KeyPlacement.FORM, "Server");
    }

    @Test
    void callByTheSessionsLink() {
        var capture = Capture.of("ts-linkurl-callTool");
        var pipeline = answering(capture);
        var arguments = new LinkedHashMap<String, Object>();
        arguments.put("path", "/tmp/a.txt");
        arguments.put("content", "hello");
        arguments.put("mode", "overwrite");
        var target = new ToolTarget(
                "s-d19a8d400fba4366",
                "http://127.0.0.1:18080/link/s-d19a8d400fba4366/",
                "tok-s-d19a8d400fba4366",
                Map.of("write_file", "wuying_filesystem"));
        var text = wires(pipeline)
                .tools()
                .call(target, "write_file", arguments, Idempotency.UNSAFE, null)
                .block();
        assertThat(text).isEqualTo("Successfully wrote to /tmp/a.txt");
        var sent = pipeline.requests.get(0);
        assertThat(sent.key()).isEqualTo(KeyPlacement.NONE);
        assertThat(sent.uri().getPath()).isEqualTo(capture.target().getPath());
        assertThat(sent.headers().get("X-Access-Token"))
                .isEqualTo(capture.headers().get("X-Access-Token"));
        var body = new String(sent.body(), java.nio.charset.StandardCharsets.UTF_8);
        assertThat(JSON.parse(body).get("requestId").text()).matches("link-\\d{13}-\\d{9}");
        assertThat(withoutRequestId(body)).isEqualTo(withoutRequestId(capture.body()));
    }

    @Test
    void everyRequestHasItsOwnNonceAndTheTimeOfSending() {
        var pipeline = FakePipeline.answering(Answer.ok("{\"Id\":\"c\",\"Name\":\"n\"}"));
        var wires = wires(pipeline);
        StepVerifier.create(
                        Mono.when(wires.contexts().byId("c"), wires.contexts().byId("c")))
                .verifyComplete();
        var nonces = pipeline.requests.stream()
                .map(r -> r.query().get("SignatureNonce"))
                .toList();
        assertThat(nonces).doesNotHaveDuplicates().allMatch(nonce -> nonce.matches("[0-9a-f]{32}"));
        assertThat(pipeline.requests.get(0).query()).containsEntry("Timestamp", "2026-11-22T13:52:04Z");
    }

    @Test
    void thePolicyOfAnArchivedPartIsComplete() {
        var policy = SyncPolicy.manual().archived().keepingDeleted().mappedFrom("C:\\data");
        assertThat(PolicyJson.write(policy, JSON))
                .contains("\"uploadMode\":\"Archive\"", "\"autoUpload\":false", "\"autoDownload\":false")
                .contains("\"syncLocalFile\":false", "\"mappingPolicy\":{\"path\":\"C:\\\\data\"}");
    }

    private static void assertSame(Capture capture, FakePipeline pipeline, KeyPlacement key, String... leftOut) {
        assertThat(pipeline.requests).hasSize(1);
        HttpCall sent = pipeline.requests.get(0);
        assertThat(sent.method()).isEqualTo(capture.method());
        assertThat(sent.key()).isEqualTo(key);
        assertThat(sent.headers())
                .containsEntry("x-acs-action", capture.headers().get("x-acs-action"))
                .containsEntry("x-acs-version", capture.headers().get("x-acs-version"));
        assertThat(without(sent.query(), "SignatureNonce", "Timestamp"))
                .isEqualTo(without(capture.query(), "SignatureNonce", "Timestamp", "Authorization"));
        assertThat(capture.query().containsKey("Authorization")).isEqualTo(key == KeyPlacement.QUERY);
        assertThat(sent.query()).containsKeys("SignatureNonce", "Timestamp");
        assertThat(without(sent.form())).isEqualTo(without(without(capture.form(), "Authorization"), leftOut));
    }

    private static Map<String, String> without(Map<String, String> fields, String... names) {
        var rest = new LinkedHashMap<>(fields);
        rest.keySet().removeAll(List.of(names));
        return rest;
    }

    private static String withoutRequestId(String json) {
        return json.replaceAll("\"requestId\":\"[^\"]*\",", "");
    }

    private static String encoded(FakePipeline pipeline) {
        return FormEncoding.encodeText(pipeline.requests.get(0).form());
    }

    private static FakePipeline answering(Capture capture) {
        return FakePipeline.answering(Answer.json(capture.status(), capture.answer()));
    }

    private static Wires wires(FakePipeline pipeline) {
        return Wires.of(pipeline, new VirtualRuntime(), JSON, URI.create("https://localhost:18443"), "cn-shanghai");
    }
}
