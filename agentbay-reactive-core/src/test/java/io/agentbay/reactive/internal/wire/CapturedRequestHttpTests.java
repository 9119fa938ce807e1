package io.agentbay.reactive.internal.wire;

import static org.assertj.core.api.Assertions.assertThat;

import io.agentbay.reactive.common.ApiKey;
import io.agentbay.reactive.config.ClientOptions;
import io.agentbay.reactive.internal.http.NettySettings;
import io.agentbay.reactive.internal.http.NettyTransport;
import io.agentbay.reactive.internal.json.JsonCodec;
import io.agentbay.reactive.internal.pipeline.DefaultCallPipeline;
import io.agentbay.reactive.internal.pipeline.PipelineParts;
import io.agentbay.reactive.internal.runtime.DefaultClientRuntime;
import io.agentbay.reactive.internal.wire.SyncWire.Direction;
import io.agentbay.reactive.internal.wire.ToolWire.ToolTarget;
import io.agentbay.reactive.observability.ClientMeters;
import io.agentbay.reactive.pipeline.ApiCall.Idempotency;
import io.agentbay.reactive.resilience.Breakers;
import io.agentbay.reactive.resilience.Retries;
import io.agentbay.reactive.stub.Answer;
import io.agentbay.reactive.stub.Recorded;
import io.agentbay.reactive.stub.ScriptedService;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Clock;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What really leaves through the whole pipeline equals what the official clients were seen to send, the key included. */
class CapturedRequestHttpTests {
    private static final Duration LIMIT = Duration.ofSeconds(10);
    private final ScriptedService service = ScriptedService.start();
    private final DefaultClientRuntime runtime = DefaultClientRuntime.create(Clock.systemUTC());
    private final NettyTransport transport =
            NettyTransport.create(NettySettings.of(ClientOptions.defaults(), ApiKey.of("akm-dummy-0000")));

    @AfterEach
    void close() {
        transport.close().block(LIMIT);
        runtime.close().block(LIMIT);
        service.close();
    }

    @Test
    void fieldsInTheBodyWithTheKey() {
        var capture = Capture.of("java-GetContext-create");
        service.on("GetContext", Answer.json(200, capture.answer()));
        assertThat(wires().contexts().byName("ctx-ünï 1", true).block(LIMIT)).isNotNull();
        assertSame(capture);
    }

    @Test
    void theKeyInTheQuery() {
        var capture = Capture.of("java-SyncContext");
        service.on("SyncContext", Answer.json(200, capture.answer()));
        wires().sync()
                .trigger("s-de52557b6f6a47b4", "SdkCtx-7504bba9385c", "/tmp/data", Direction.UPLOAD)
                .block(LIMIT);
        assertSame(capture);
    }

    @Test
    void aBodyWithNothingButTheKey() {
        service.on("GetSessionDetail", Answer.ok("{\"Status\":\"RUNNING\"}"));
        assertThat(wires().sessions().status("s-1").block(LIMIT)).isEqualTo("RUNNING");
        var sent = service.requests().get(0);
        assertThat(sent.form()).containsOnly(Map.entry("Authorization", "Bearer akm-dummy-0000"));
        assertThat(sent.query()).containsEntry("SessionId", "s-1");
    }

    @Test
    void bigArgumentsArriveUnchanged() {
        service.on("CallMcpTool", Answer.tool("done"));
        var content = "ä+& =%\u0000😀\n".repeat(5_000);
        var target = new ToolTarget("s", null, null, Map.of());
        wires().tools()
                .call(target, "write_file", Map.of("content", content), Idempotency.UNSAFE, null)
                .block(LIMIT);
        var arguments = JsonCodec.strict().parse(service.requests().get(0).field("Args"));
        assertThat(arguments.get("content").text()).isEqualTo(content);
    }

    @Test
    void theLinkGetsTheTokenAndNeverTheKey() {
        var capture = Capture.of("ts-linkurl-callTool");
        service.on("/link/s-d19a8d400fba4366/callTool", Answer.json(200, capture.answer()));
        var target = new ToolTarget(
                "s-d19a8d400fba4366",
                service.endpoint() + "/link/s-d19a8d400fba4366",
                "tok-s-d19a8d400fba4366",
                Map.of("write_file", "wuying_filesystem"));
        var arguments = new LinkedHashMap<String, Object>();
        arguments.put("path", "/tmp/a.txt");
        assertThat(wires().tools()
                        .call(target, "write_file", arguments, Idempotency.UNSAFE, null)
                        .block(LIMIT))
                .isEqualTo("Successfully wrote to /tmp/a.txt");
        var sent = service.requests().get(0);
        assertThat(sent.headers())
                .containsEntry("Content-Type", "application/json")
                .containsEntry("X-Access-Token", "tok-s-d19a8d400fba4366");
        assertThat(sent.text()).doesNotContain("akm-");
        assertThat(sent.headers().toString()).doesNotContain("akm-");
    }

    private void assertSame(Capture capture) {
        assertThat(service.requests()).hasSize(1);
        Recorded sent = service.requests().get(0);
        assertThat(sent.method()).isEqualTo(capture.method());
        assertThat(sent.path()).isEqualTo("/");
        assertThat(sent.form()).containsExactlyInAnyOrderEntriesOf(capture.form());
        assertThat(constant(sent.query())).isEqualTo(constant(capture.query()));
        assertThat(sent.query().get("SignatureNonce")).matches("[0-9a-f]{32}");
        assertThat(sent.query().get("Timestamp")).matches("\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\dZ");
        for (String header : List.of("x-acs-action", "x-acs-version", "content-type")) {
            assertThat(sent.headers().get(header)).isEqualTo(capture.headers().get(header));
        }
        assertThat(sent.headers().get("user-agent")).startsWith("agentbay-reactive/");
        assertThat(sent.headers()).doesNotContainKeys("Authorization", "x-acs-signature-nonce", "x-acs-date");
    }

    private static Map<String, String> constant(Map<String, String> query) {
        var rest = new LinkedHashMap<>(query);
        rest.keySet().removeAll(List.of("SignatureNonce", "Timestamp"));
        return rest;
    }

    private Wires wires() {
        var options = ClientOptions.defaults();
        var pipeline = new DefaultCallPipeline(new PipelineParts(
                runtime,
                transport,
                options,
                List.of(),
                Retries.of(null, options.resilience(), runtime.random()),
                Breakers.of(null, runtime::nanos),
                ClientMeters.of(new SimpleMeterRegistry(), runtime::nanos),
                null));
        return Wires.of(pipeline, runtime, JsonCodec.strict(), service.endpoint(), "cn-shanghai");
    }
}
