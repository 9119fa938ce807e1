package io.agentbay.reactive.local.official;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.net.URI;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A request as an official client sent it. It goes over the wire as it was captured, byte for byte; only the ids and the
 * token, which name what exists in one service alone, are put as this service has them, and lengths with them.
 */
record Capture(String head, String body) {

    private static final Pattern LENGTH = Pattern.compile("(?i)(content-length: )(\\d+)");

    static Capture read(String name) throws IOException {
        String text = resource(name + ".http");
        int end = text.indexOf("\n\n");
        return new Capture(text.substring(0, end), text.substring(end + 2, text.length() - 1));
    }

    static String resource(String name) throws IOException {
        try (InputStream in = Capture.class.getResourceAsStream("/captured/" + name)) {
            return new String(in.readAllBytes(), UTF_8);
        }
    }

    /** The same with the names of another service; without any it is what was captured. */
    Capture with(Map<String, String> names) {
        Capture named = new Capture(replaced(head, names), replaced(body, names));
        return named.head.contains("chunked") ? named.chunkedAnew() : named.measuredAnew();
    }

    private static String replaced(String text, Map<String, String> names) {
        String named = text;
        for (Map.Entry<String, String> name : names.entrySet()) {
            named = named.replace(name.getKey(), name.getValue());
        }
        return named;
    }

    private Capture measuredAnew() {
        Matcher length = LENGTH.matcher(head);
        return new Capture(length.replaceFirst("$1" + body.getBytes(UTF_8).length), body);
    }

    /** The captures have one chunk and the last. */
    private Capture chunkedAnew() {
        String[] lines = body.split("\n");
        return new Capture(
                head, Integer.toHexString(lines[1].getBytes(UTF_8).length) + "\n" + lines[1] + "\n" + lines[2] + "\n");
    }

    private byte[] bytes() {
        boolean chunked = head.contains("chunked");
        String sent = chunked ? body.replace("\n", "\r\n") + "\r\n" : body;
        return (head.replace("\n", "\r\n") + "\r\n\r\n" + sent).getBytes(UTF_8);
    }

    /** Status line and body of the answer, on a connection that stays open as the client asked. */
    String send(URI endpoint) throws IOException {
        try (Socket socket = new Socket(endpoint.getHost(), endpoint.getPort())) {
            socket.setSoTimeout(30_000);
            socket.getOutputStream().write(bytes());
            InputStream in = socket.getInputStream();
            String answered = headOf(in);
            Matcher length = LENGTH.matcher(answered);
            int announced = length.find() ? Integer.parseInt(length.group(2)) : 0;
            return answered.lines().findFirst().orElse("") + "\n" + new String(in.readNBytes(announced), UTF_8);
        }
    }

    private static String headOf(InputStream in) throws IOException {
        ByteArrayOutputStream head = new ByteArrayOutputStream();
        while (!head.toString(UTF_8).endsWith("\r\n\r\n")) {
            int next = in.read();
            if (next < 0) {
                throw new IOException("The connection ended amid the head: " + head.toString(UTF_8));
            }
            head.write(next);
        }
        return head.toString(UTF_8);
    }
}
