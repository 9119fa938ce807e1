package io.agentbay.reactive.internal.wire;

import io.agentbay.reactive.stub.Recorded;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Map;
import java.util.TreeMap;

/** A recorded exchange of an official client: {@code captures/<name>.http}. */
record Capture(
        String method,
        URI target,
        Map<String, String> headers,
        Map<String, String> query,
        String body,
        int status,
        String answer) {

    static Capture of(String name) {
        try (InputStream in = Capture.class.getResourceAsStream("/captures/" + name + ".http")) {
            return parse(new String(in.readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    Map<String, String> form() {
        return Recorded.decode(body);
    }

    private static Capture parse(String text) {
        var sides = text.split("<<< reply\n");
        var request = sides[0].split("\n\n", 2);
        var lines = request[0].split("\n");
        var first = lines[0].split(" ");
        var target = URI.create(first[1]);
        var headers = new TreeMap<String, String>(String.CASE_INSENSITIVE_ORDER);
        Arrays.stream(lines).skip(1).map(line -> line.split(": ", 2)).forEach(h -> headers.put(h[0], h[1]));
        var answer = sides[1].split("\n\n", 2);
        return new Capture(
                first[0],
                target,
                headers,
                Recorded.decode(target.getRawQuery()),
                unchunked(request[1].strip()),
                Integer.parseInt(answer[0].split(" ")[1]),
                answer[1].strip());
    }

    private static String unchunked(String body) {
        var lines = body.split("\n");
        return lines.length == 3 ? lines[1] : body;
    }
}
