package io.agentbay.reactive.local.http;

import static io.agentbay.reactive.local.http.TestFront.KEY;
import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.Socket;
import java.util.Locale;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Requests one after the other on one connection, some of them sent before the last one was answered. */
class KeepAliveHttpTests {

    private static final String FORM = "Authorization=Bearer+" + KEY;

    /** Answered by a thread of the service, while its connection waits. */
    private static final String CALL =
            "POST /?Action=GetContextInfo HTTP/1.1\r\nHost: x\r\nContent-Length: " + FORM.length() + "\r\n\r\n" + FORM;

    /** Answered at once. */
    private static final String MOVED = "GET /_local HTTP/1.1\r\nHost: localhost\r\n\r\n";

    private final TestFront front = new TestFront();

    @AfterEach
    void stop() {
        front.close();
    }

    /** Reactor Netty 1.3.7 read nothing more of a connection after this: its issue 4361. */
    @Test
    void aRequestAfterTwoThatCameTogetherIsAnswered() throws IOException {
        try (Socket socket = front.socket()) {
            socket.setSoTimeout(60_000);
            var answers = new BufferedReader(new InputStreamReader(socket.getInputStream(), US_ASCII));
            for (int round = 0; round < 50; round++) {
                send(socket, CALL + MOVED);
                assertThat(status(answers)).isEqualTo(200);
                assertThat(status(answers)).isEqualTo(308);
                send(socket, CALL);
                assertThat(status(answers)).isEqualTo(200);
            }
        }
    }

    private static void send(Socket socket, String requests) throws IOException {
        socket.getOutputStream().write(requests.getBytes(US_ASCII));
    }

    /** Reads a whole answer. */
    private static int status(BufferedReader answers) throws IOException {
        int status = Integer.parseInt(answers.readLine().split(" ")[1]);
        int length = 0;
        for (String header = answers.readLine(); !header.isEmpty(); header = answers.readLine()) {
            if (header.toLowerCase(Locale.ROOT).startsWith("content-length: ")) {
                length = Integer.parseInt(header.substring("content-length: ".length()));
            }
        }
        answers.skip(length);
        return status;
    }
}
