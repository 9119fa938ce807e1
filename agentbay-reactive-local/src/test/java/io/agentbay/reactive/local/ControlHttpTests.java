package io.agentbay.reactive.local;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import io.agentbay.reactive.local.core.Json;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Faults, clock and journal over HTTP, as people use them whose tests are not written in Java. */
class ControlHttpTests {

    private AgentBayLocal local;
    private ControlHttp control;
    private LocalHttp http;

    @BeforeEach
    void start(@TempDir Path data) {
        local = AgentBayLocal.start(data);
        control = new ControlHttp(local);
        http = new LocalHttp(local);
    }

    @AfterEach
    void stop() {
        local.close();
    }

    @Test
    void aFaultArmedByJsonIsTheTypedOneAndStrikes() throws Exception {
        var armed = control.send(
                "POST",
                "/faults",
                "{\"action\": \"GetContext\", \"times\": 1, \"effect\": \"status\","
                        + " \"status\": 503, \"code\": \"ServiceUnavailable\"}");
        assertThat(armed.statusCode()).isEqualTo(201);
        assertThat(local.faults().armed()).extracting("id").containsExactly("f1");

        assertThat(http.call("GetContext", "Name", "a")).containsEntry("Code", "ServiceUnavailable");
        assertThat(http.call("GetContext", "Name", "a", "AllowCreate", "true")).containsEntry("Success", true);

        assertThat(control.items("/faults")).isEmpty();
        List<Map<String, Object>> requests = control.items("/requests");
        assertThat(requests).extracting(request -> request.get("status")).containsExactly(200, 503);
        assertThat(requests.get(1))
                .containsEntry("code", "ServiceUnavailable")
                .containsEntry("fault", "f1: action GetContext times 1: status (status 503, code ServiceUnavailable)");
    }

    @Test
    void whatWasArmedInJavaIsListedAndDisarmedHere() throws Exception {
        local.faults().onUpload("/mnt/data").times(2).fail("disk full");
        local.faults().on("GetLink").garbage();

        assertThat(control.items("/faults"))
                .extracting(fault -> fault.get("text"))
                .containsExactly("upload /mnt/data times 2: fail (reason disk full)", "action GetLink: garbage");
        assertThat(control.send("DELETE", "/faults/f1", "").statusCode()).isEqualTo(200);
        assertThat(control.send("DELETE", "/faults/f1", "").statusCode()).isEqualTo(404);
        assertThat(local.faults().armed()).extracting("id").containsExactly("f2");
        assertThat(control.send("DELETE", "/faults", "").statusCode()).isEqualTo(200);
        assertThat(local.faults().armed()).isEmpty();
    }

    @Test
    void aFaultThatMakesNoSenseIsRefusedWithTheReason() throws Exception {
        var refused = control.send("POST", "/faults", "{\"action\": \"GetLink\", \"effect\": \"explode\"}");
        assertThat(refused.statusCode()).isEqualTo(400);
        assertThat(ControlHttp.json(refused).get("error")).asString().contains("\"effect\" must be one of");
        assertThat(control.send("POST", "/faults", "not json").statusCode()).isEqualTo(400);
        assertThat(local.faults().armed()).isEmpty();
    }

    @Test
    void chanceIsSeededHereToo() throws Exception {
        control.send("PUT", "/faults/seed", "{\"seed\": 42}");
        local.faults().on("GetContext").sometimes(0.5).httpStatus(500, "InternalError");
        String first = statuses();
        control.post("/reset", "");
        control.send("PUT", "/faults/seed", "{\"seed\": 42}");
        local.faults().on("GetContext").sometimes(0.5).httpStatus(500, "InternalError");

        assertThat(statuses()).isEqualTo(first).contains("500").contains("200");
    }

    private String statuses() throws Exception {
        for (int i = 0; i < 20; i++) {
            http.call("GetContext", "Name", "a", "AllowCreate", "true");
        }
        return local.requests().stream()
                .map(AgentBayLocal.Request::status)
                .toList()
                .toString();
    }

    @Test
    void theClockMovesAndWhatBecameDueHasHappened() throws Exception {
        Instant before = local.clock().now();
        String session = (String)
                http.data("CreateMcpSession", "ImageId", "linux_latest").get("SessionId");
        assertThat(session).isNotBlank();

        var moved = control.post("/clock/advance", "{\"by\": \"PT2H\"}");

        assertThat(Instant.parse((String) moved.get("now"))).isAfter(before.plus(Duration.ofHours(2)));
        assertThat(control.get("/clock")).containsEntry("aheadMillis", 7_200_000);
        assertThat(control.items("/sessions"))
                .filteredOn(seen -> seen.get("id").equals(session))
                .allSatisfy(seen -> assertThat(seen.get("status")).isIn("DELETING", "FINISH"));
        assertThat(control.send("POST", "/clock/advance", "{\"by\": \"-PT1H\"}").statusCode())
                .isEqualTo(400);
        assertThat(control.send("POST", "/clock/advance", "{\"by\": \"soon\"}").body())
                .contains("P31D");
        assertThat(control.send("POST", "/clock/advance", "{\"by\": \"P999999999D\"}")
                        .statusCode())
                .isEqualTo(400);
    }

    @Test
    void resetDisarmsAndForgetsAndLeavesTheData() throws Exception {
        String id = http.context("kept");
        local.faults().on("GetContext").garbage();

        assertThat(control.post("/reset", "")).containsEntry("faults", 0).containsEntry("contexts", 1);
        assertThat(local.requests()).isEmpty();
        assertThat(http.context("kept")).isEqualTo(id);
    }

    @Test
    void everythingThereIsCanBeLookedAt() throws Exception {
        String context = http.context("project");
        String url = (String) http.data("GetContextFileUploadUrl", "ContextId", context, "FilePath", "/a/ü \"1\".txt")
                .get("Url");
        http.put(url, "content");
        String mounts = Json.text(List.of(Map.of("ContextId", context, "Path", "/mnt/data")));
        String session =
                (String) http.data("CreateMcpSession", "PersistenceDataList", mounts, "Labels", "{\"a\":\"b\"}")
                        .get("SessionId");

        assertThat(control.get("/overview")).containsEntry("files", 1).containsEntry("bytes", 7);
        assertThat(control.items("/contexts?filter=proj"))
                .singleElement()
                .satisfies(seen ->
                        assertThat(seen).containsEntry("name", "project").containsEntry("files", 1));
        assertThat(control.items("/contexts?filter=nothing")).isEmpty();
        assertThat(control.items("/contexts/" + context + "/files"))
                .singleElement()
                .satisfies(seen -> assertThat(seen).containsEntry("name", "a").containsEntry("folder", true));
        assertThat(control.items("/sessions"))
                .singleElement()
                .satisfies(seen ->
                        assertThat(seen).containsEntry("id", session).containsEntry("labels", Map.of("a", "b")));
        assertThat(control.items("/tasks"))
                .singleElement()
                .satisfies(seen ->
                        assertThat(seen).containsEntry("direction", "download").containsEntry("cause", "mount"));

        var content = control.send(control.to("/contexts/" + context + "/content?key=%2Fa%2F%C3%BC%20%221%22.txt"));
        assertThat(content.body()).isEqualTo("content");
        assertThat(content.headers().firstValue("Content-Disposition"))
                .contains("attachment; filename*=UTF-8''%C3%BC%20%221%22.txt");
        assertThat(control.send(control.to("/contexts/" + context + "/content?key=/none"))
                        .statusCode())
                .isEqualTo(404);
        assertThat(control.send(control.to("/contexts/none/files")).statusCode())
                .isEqualTo(404);
    }

    @Test
    void aLargeFolderComesInPages() throws Exception {
        String context = http.context("large");
        for (int i = 0; i < 25; i++) {
            String key = i % 5 == 0 ? "/folder" + i + "/f" : "/file" + i;
            http.put(
                    (String) http.data("GetContextFileUploadUrl", "ContextId", context, "FilePath", key)
                            .get("Url"),
                    "x");
        }
        String path = "/contexts/" + context + "/files?max=10&after=";
        String after = "";
        java.util.List<Object> names = new java.util.ArrayList<>();
        for (int pages = 0; pages < 5 && after != null; pages++) {
            var page = control.get(path + java.net.URLEncoder.encode(after, java.nio.charset.StandardCharsets.UTF_8));
            List<?> items = (List<?>) page.get("items");
            items.forEach(item -> names.add(((Map<?, ?>) item).get("name")));
            after = Boolean.TRUE.equals(page.get("more"))
                    ? (String) ((Map<?, ?>) items.get(items.size() - 1)).get("cursor")
                    : null;
        }
        assertThat(names).hasSize(25).doesNotHaveDuplicates();
    }

    @Test
    void noSecretIsEverShown() throws Exception {
        String context = http.context("project");
        String url = (String) http.data("GetContextFileUploadUrl", "ContextId", context, "FilePath", "/a")
                .get("Url");
        http.put(url, "content");
        http.data("CreateMcpSession", "SessionToken", "tok-123");
        String all = "";
        for (String path : List.of("/overview", "/contexts", "/sessions", "/tasks", "/requests", "/faults", "/clock")) {
            all += control.send(control.to(path)).body();
        }
        assertThat(all)
                .contains("CreateMcpSession")
                .doesNotContain(local.apiKey(), "tok-", "signature", url.substring(url.length() - 32));
    }

    @Test
    void aPageOfAnotherOriginMayNotSteer() throws Exception {
        HttpRequest.Builder foreign =
                control.to("/reset").POST(BodyPublishers.noBody()).header("Origin", "https://example.com");
        assertThat(control.send(foreign).statusCode()).isEqualTo(403);
        HttpRequest.Builder crossSite =
                control.to("/reset").POST(BodyPublishers.noBody()).header("Sec-Fetch-Site", "cross-site");
        assertThat(control.send(crossSite).statusCode()).isEqualTo(403);
        HttpRequest.Builder own = control.to("/reset")
                .POST(BodyPublishers.noBody())
                .header("Origin", local.endpoint().toString());
        assertThat(control.send(own).statusCode()).isEqualTo(200);
    }

    @Test
    void aNameOfSomebodyElsesThatLeadsHereIsRefused() throws Exception {
        try (var socket = new java.net.Socket("127.0.0.1", local.endpoint().getPort())) {
            socket.getOutputStream()
                    .write("GET /_local/overview HTTP/1.1\r\nHost: evil.example\r\nConnection: close\r\n\r\n"
                            .getBytes(US_ASCII));
            assertThat(new String(socket.getInputStream().readAllBytes(), US_ASCII))
                    .startsWith("HTTP/1.1 403");
        }
    }

    @Test
    void theShortAddressLeadsToThePage() throws Exception {
        var moved = control.send(control.to(""));
        assertThat(moved.statusCode()).isEqualTo(308);
        assertThat(moved.headers().firstValue("Location")).contains("/_local/");
        var page = control.send(control.to("/"));
        assertThat(page.headers().firstValue("Content-Security-Policy").orElseThrow())
                .contains("default-src 'none'", "script-src 'self'");
        assertThat(control.send(control.to("/nowhere")).statusCode()).isEqualTo(404);
        assertThat(control.send("POST", "/overview", "").statusCode()).isEqualTo(404);
    }
}
