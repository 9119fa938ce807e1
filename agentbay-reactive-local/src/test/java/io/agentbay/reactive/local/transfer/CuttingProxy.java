package io.agentbay.reactive.local.transfer;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;

/** An HTTP proxy for CONNECT that closes, once, the connection on which so many bytes went one way. */
final class CuttingProxy implements AutoCloseable {

    private final ServerSocket listener = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final AtomicBoolean cut = new AtomicBoolean();
    private final AtomicLong passed = new AtomicLong();
    private final long after;

    CuttingProxy(long after) throws IOException {
        this.after = after;
        threads.execute(this::accept);
    }

    int port() {
        return listener.getLocalPort();
    }

    boolean hasCut() {
        return cut.get();
    }

    /** Bytes that went through, both ways and all connections together. */
    long passed() {
        return passed.get();
    }

    private void accept() {
        try {
            while (true) {
                var client = listener.accept();
                threads.execute(() -> serve(client));
            }
        } catch (IOException closed) {
            threads.shutdownNow();
        }
    }

    private void serve(Socket client) {
        try (client;
                var server = connected(client)) {
            client.getOutputStream().write("HTTP/1.1 200 Connected\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
            var back = threads.submit(() -> pump(server, client));
            pump(client, server);
            back.get();
        } catch (Exception ended) {
            Thread.currentThread().interrupt();
        }
    }

    private static Socket connected(Socket client) throws IOException {
        var head = new StringBuilder();
        while (head.indexOf("\r\n\r\n") < 0) {
            head.append((char) client.getInputStream().read());
        }
        var target = head.substring("CONNECT ".length(), head.indexOf(" HTTP/")).split(":");
        return new Socket(target[0], Integer.parseInt(target[1]));
    }

    private void pump(Socket from, Socket to) {
        try (from;
                to) {
            copy(from.getInputStream(), to.getOutputStream());
        } catch (IOException closed) {
            return;
        }
    }

    private void copy(InputStream in, OutputStream out) throws IOException {
        var piece = new byte[64 * 1024];
        var here = 0L;
        for (int read = in.read(piece); read >= 0; read = in.read(piece)) {
            out.write(piece, 0, read);
            here += read;
            passed.addAndGet(read);
            if (here >= after && cut.compareAndSet(false, true)) {
                return;
            }
        }
    }

    @Override
    public void close() throws IOException {
        listener.close();
    }
}
