package io.agentbay.reactive.examples.monitor;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** A way to a server on this machine that can be cut and mended, as a network is. */
final class CuttableWire implements AutoCloseable {

    private final ServerSocket entrance;
    private final int exit;
    private final Set<Socket> open = ConcurrentHashMap.newKeySet();
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private volatile boolean cut;

    private CuttableWire(ServerSocket entrance, int exit) {
        this.entrance = entrance;
        this.exit = exit;
    }

    static CuttableWire to(int port) throws IOException {
        var wire = new CuttableWire(new ServerSocket(0, 50, InetAddress.getLoopbackAddress()), port);
        wire.threads.execute(wire::accept);
        return wire;
    }

    String address() {
        return "http://127.0.0.1:" + entrance.getLocalPort();
    }

    /** Ends every connection and lets none through until {@link #mend}. */
    void cut() {
        cut = true;
        open.forEach(CuttableWire::end);
        open.clear();
    }

    void mend() {
        cut = false;
    }

    private void accept() {
        while (!entrance.isClosed()) {
            try {
                join(entrance.accept());
            } catch (IOException closed) {
                return;
            }
        }
    }

    private void join(Socket near) {
        try {
            if (cut) {
                near.close();
                return;
            }
            var far = new Socket(InetAddress.getLoopbackAddress(), exit);
            open.add(near);
            open.add(far);
            threads.execute(() -> copy(near, far));
            threads.execute(() -> copy(far, near));
        } catch (IOException unreachable) {
            end(near);
        }
    }

    private void copy(Socket from, Socket to) {
        try (InputStream in = from.getInputStream();
                OutputStream out = to.getOutputStream()) {
            in.transferTo(out);
        } catch (IOException gone) {
            // Either side hung up, or the wire was cut.
        } finally {
            end(from);
            end(to);
        }
    }

    private static void end(Socket socket) {
        try {
            socket.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() throws IOException {
        entrance.close();
        cut();
        threads.shutdownNow();
    }
}
