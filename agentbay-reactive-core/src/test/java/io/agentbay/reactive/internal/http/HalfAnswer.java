package io.agentbay.reactive.internal.http;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.charset.StandardCharsets;

/** Announces a body of 100 bytes, sends 50 of them, and closes the connection. */
record HalfAnswer(ServerSocket socket, String end) implements AutoCloseable {

    private static final String ANSWER = "HTTP/1.1 200 OK\r\nContent-Length: 100\r\n\r\n" + "x".repeat(50);

    /** Answers once {@code end} of a request was read. */
    static HalfAnswer start(String end) {
        try {
            var half = new HalfAnswer(new ServerSocket(0, 10, InetAddress.getLoopbackAddress()), end);
            var thread = new Thread(half::serve, "half-answer");
            thread.setDaemon(true);
            thread.start();
            return half;
        } catch (IOException error) {
            throw new UncheckedIOException(error);
        }
    }

    URI uri() {
        return URI.create("http://127.0.0.1:" + socket.getLocalPort() + "/");
    }

    private void serve() {
        try (var connection = socket.accept()) {
            var in = connection.getInputStream();
            var seen = new StringBuilder();
            while (seen.indexOf(end) < 0) {
                seen.append((char) in.read());
            }
            in.readNBytes(in.available());
            connection.getOutputStream().write(ANSWER.getBytes(StandardCharsets.US_ASCII));
        } catch (IOException closed) {
            // The test is over.
        }
    }

    @Override
    public void close() {
        try {
            socket.close();
        } catch (IOException error) {
            throw new UncheckedIOException(error);
        }
    }
}
