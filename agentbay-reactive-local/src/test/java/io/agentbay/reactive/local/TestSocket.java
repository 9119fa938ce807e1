package io.agentbay.reactive.local;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

/** A WebSocket as any client has one, with the frames that came. */
public final class TestSocket implements WebSocket.Listener {

    private final BlockingQueue<String> frames = new LinkedBlockingQueue<>();
    private final CompletableFuture<Integer> closed = new CompletableFuture<>();
    private final StringBuilder part = new StringBuilder();
    private final WebSocket socket;

    public TestSocket(String url, String token) {
        socket = HttpClient.newHttpClient()
                .newWebSocketBuilder()
                .header("X-Access-Token", token)
                .buildAsync(URI.create(url), this)
                .join();
    }

    @Override
    public CompletionStage<?> onText(WebSocket from, CharSequence text, boolean last) {
        part.append(text);
        if (last) {
            frames.add(part.toString());
            part.setLength(0);
        }
        from.request(1);
        return null;
    }

    @Override
    public CompletionStage<?> onClose(WebSocket from, int code, String reason) {
        closed.complete(code);
        return null;
    }

    public void send(String text) {
        socket.sendText(text, true).join();
    }

    /** The next frame, parsed by eye: its text. */
    public String next() throws InterruptedException {
        String frame = frames.poll(1, TimeUnit.MINUTES);
        assertThat(frame).as("a frame within a minute").isNotNull();
        return frame;
    }

    public boolean isQuiet() {
        return frames.isEmpty();
    }

    CompletableFuture<Integer> closed() {
        return closed.orTimeout(1, TimeUnit.MINUTES);
    }

    public void close() {
        socket.abort();
    }
}
