package io.agentbay.reactive.local.http;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.InputStream;

/** A request as an official client sent it, kept as text with plain line ends. */
final class CapturedRequest {

    private CapturedRequest() {}

    /** The request's bytes as text: its head with CRLF, and its body as it went over the wire. */
    static String read(String name) throws IOException {
        try (InputStream in = CapturedRequest.class.getResourceAsStream("/captured/" + name + ".http")) {
            String text = new String(in.readAllBytes(), UTF_8);
            int end = text.indexOf("\n\n");
            String head = text.substring(0, end).replace("\n", "\r\n") + "\r\n\r\n";
            String body = text.substring(end + 2, text.length() - 1);
            return head + (head.contains("chunked") ? body.replace("\n", "\r\n") + "\r\n" : body);
        }
    }
}
