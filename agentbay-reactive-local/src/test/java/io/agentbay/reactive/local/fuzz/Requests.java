package io.agentbay.reactive.local.fuzz;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.agentbay.reactive.local.core.Json;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Sends one random request after the other, by every way into the service. */
final class Requests {

    private static final List<String> CAPTURED = List.of(
            "java-create-session",
            "java-get-context-create",
            "java-get-context-info",
            "java-get-context-unknown",
            "java-sync-context",
            "ts-call-tool-read-file");

    /** The only failures of the service that are meant. */
    private static final List<String> BY_DESIGN = List.of("SyncContext needs ContextId and Path", "ServiceUnavailable");

    private final Chance chance;
    private static final int LONGEST_LINE = 64 << 10;

    private final Target target;
    private final Templates templates;
    private final List<byte[]> captured = new ArrayList<>();

    Requests(Chance chance, Target target) throws IOException {
        this.chance = chance;
        this.target = target;
        this.templates = new Templates(target);
        for (String name : CAPTURED) {
            captured.add(captured(name));
        }
    }

    private static byte[] captured(String name) throws IOException {
        try (InputStream in = Requests.class.getResourceAsStream("/captured/" + name + ".http")) {
            return new String(in.readAllBytes(), UTF_8).replace("\n", "\r\n").getBytes(UTF_8);
        }
    }

    void sendOne(String where) throws IOException {
        switch (chance.below(12)) {
            case 0 -> raw(where, chance.of(captured));
            case 1 -> raw(where, action());
            case 2 -> raw(where, store());
            case 3 -> judged(where, store());
            case 4 -> judged(where, link());
            case 5 -> frames(where);
            case 6, 7, 8 -> judged(where, tool());
            default -> judged(where, action());
        }
    }

    private void raw(String where, byte[] request) throws IOException {
        byte[] mutated = chance.mutated(request);
        judge(where, mutated, target.odd(mutated));
    }

    private void judged(String where, byte[] request) throws IOException {
        Target.Answer answer = target.answered(request);
        judge(where, request, answer);
        assertThat(answer.status())
                .as("%s: %s", where, shown(request))
                .isGreaterThan(isBeyondTheLine(request) ? -1 : 0);
    }

    /** Refused before it is read: the reset that follows may overtake the answer. */
    private static boolean isBeyondTheLine(byte[] request) {
        return new String(request, ISO_8859_1).indexOf('\r') > LONGEST_LINE;
    }

    private static void judge(String where, byte[] request, Target.Answer answer) {
        boolean meant = BY_DESIGN.stream().anyMatch(answer.body()::contains);
        assertThat(answer.status() < 500 || meant)
                .as("%s: %s\nanswered %s", where, shown(request), answer)
                .isTrue();
    }

    private static String shown(byte[] request) {
        return new String(request, 0, Math.min(request.length, 4_000), UTF_8);
    }

    private byte[] action() {
        String action = chance.of(templates.actions());
        Map<String, String> fields = chance.mutated(templates.fields(action), chance::value);
        return target.post(chance.oneIn(30) ? chance.value() : action, fields);
    }

    private byte[] tool() {
        return target.post(
                "CallMcpTool",
                Map.of("SessionId", target.session, "Name", chance.of(templates.tools()), "Args", arguments()));
    }

    private String arguments() {
        return Json.text(chance.mutated(templates.arguments(), () -> chance.json(2)));
    }

    private byte[] link() {
        Map<String, Object> call = Map.of(
                "tool",
                chance.of(templates.tools()),
                "args",
                chance.mutated(templates.arguments(), () -> chance.json(2)),
                "requestId",
                "link-1",
                "token",
                target.token);
        String body = Json.text(chance.mutated(call, () -> chance.json(1)));
        byte[] bytes = body.getBytes(UTF_8);
        String token = chance.oneIn(10) ? "wrong" : target.token;
        return Target.request(
                "POST " + target.link + "/callTool",
                "X-Access-Token: " + token + "\r\n",
                chance.oneIn(4) ? chance.mutated(bytes) : bytes);
    }

    private byte[] store() {
        boolean put = chance.oneIn(2);
        String start = put ? "PUT " + target.upload : "GET " + target.download;
        String headers = put
                ? ""
                : "Range: bytes=" + chance.of(List.of("0-", "-1", "5-2", "99999999999999999-", "x", "-", "0-0,1-1"))
                        + "\r\n";
        return Target.request(start, headers, put ? new byte[chance.below(300_000)] : new byte[0]);
    }

    /** An upgrade, then frames that are well-formed and hold anything, then bytes that are no frames. */
    private void frames(String where) throws IOException {
        try (Socket socket = target.open()) {
            socket.getOutputStream()
                    .write(("GET " + target.socket + " HTTP/1.1\r\nHost: x\r\nUpgrade: websocket\r\n"
                                    + "Connection: Upgrade\r\nSec-WebSocket-Version: 13\r\nSec-WebSocket-Key: AAAAAAAAAAAAAAAAAAAAAA==\r\n"
                                    + "X-Access-Token: " + target.token + "\r\n\r\n")
                            .getBytes(UTF_8));
            socket.getOutputStream().flush();
            byte[] head = socket.getInputStream().readNBytes(12);
            assertThat(new String(head, UTF_8)).as(where).isEqualTo("HTTP/1.1 101");
            for (int i = chance.below(8); i >= 0; i--) {
                byte[] text = message();
                byte[] frame = frame(text);
                socket.getOutputStream().write(chance.oneIn(6) ? chance.mutated(frame) : frame);
            }
            socket.getOutputStream().flush();
        } catch (java.net.SocketException hungUp) {
            return;
        }
    }

    private byte[] message() {
        Map<String, Object> data = Map.of(
                "method",
                chance.of(List.of("subscribe_file_change", "unsubscribe_file_change", "none", "")),
                "params",
                Map.of("path", chance.oneIn(2) ? "/tmp/m" : chance.json(1)));
        Map<String, Object> message =
                Map.of("invocationId", "i", "source", "SDK", "target", "wuying_filesystem", "data", data);
        byte[] text = Json.text(chance.mutated(message, () -> chance.json(2))).getBytes(UTF_8);
        return chance.oneIn(5) ? chance.mutated(text) : text;
    }

    /** A masked text frame whose mask changes nothing. */
    private static byte[] frame(byte[] text) {
        ByteArrayOutputStream frame = new ByteArrayOutputStream();
        frame.write(0x81);
        if (text.length < 126) {
            frame.write(0x80 | text.length);
        } else {
            frame.write(0x80 | 127);
            for (int shift = 56; shift >= 0; shift -= 8) {
                frame.write((int) ((long) text.length >> shift & 0xFF));
            }
        }
        frame.writeBytes(new byte[4]);
        frame.writeBytes(text);
        return frame.toByteArray();
    }
}
