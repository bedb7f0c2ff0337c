package heed.journey;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.jspecify.annotations.Nullable;

/** The line between a browser and Heed, which can really be cut: connections break, and new ones are refused. */
final class Line implements AutoCloseable {
    private final int to;
    private final int port;
    private final List<Socket> open = new CopyOnWriteArrayList<>();
    private volatile @Nullable ServerSocket listening;

    /** A line to what runs at this port of this machine. */
    Line(int to) {
        this.to = to;
        try {
            var first = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
            this.port = first.getLocalPort();
            listen(first);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Where a browser finds it. */
    int port() {
        return port;
    }

    /** Cuts it. */
    synchronized void cut() {
        try {
            var was = listening;
            listening = null;
            if (was != null)
                was.close();
            for (var socket : open)
                socket.close();
            open.clear();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Mends it. */
    void mend() {
        try {
            var again = new ServerSocket();
            again.setReuseAddress(true);
            again.bind(new java.net.InetSocketAddress(InetAddress.getLoopbackAddress(), port));
            listen(again);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void listen(ServerSocket server) {
        listening = server;
        Thread.ofVirtual().start(() -> {
            while (!server.isClosed()) {
                try {
                    join(server, server.accept());
                } catch (IOException e) {
                    // Cut: the loop sees that it is closed.
                }
            }
        });
    }

    /** Whoever came at the moment of the cut is not let through it. */
    private synchronized void join(ServerSocket through, Socket near) throws IOException {
        if (listening != through) {
            near.close();
            return;
        }
        open.add(near);
        var far = new Socket(InetAddress.getLoopbackAddress(), to);
        open.add(far);
        carry(near, far);
        carry(far, near);
    }

    private static void carry(Socket from, Socket into) {
        Thread.ofVirtual().start(() -> {
            try (from; into) {
                from.getInputStream().transferTo(into.getOutputStream());
            } catch (IOException e) {
                // Either end closed it.
            }
        });
    }

    @Override
    public void close() {
        cut();
    }
}
