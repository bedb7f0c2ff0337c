package heed.records.document;

import java.io.DataInputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.util.function.Supplier;

/** Listens as clamd does and answers as a test wants. */
final class AnsweringScanner implements AutoCloseable {
    private final ServerSocket door;

    AnsweringScanner(Supplier<String> answer) throws IOException {
        door = new ServerSocket(0, 5, InetAddress.getByName("127.0.0.1"));
        Thread.ofVirtual().start(() -> {
            while (!door.isClosed())
                try (var caller = door.accept()) {
                    var asked = new DataInputStream(caller.getInputStream());
                    asked.readNBytes(10);
                    for (int length = asked.readInt(); length > 0; length = asked.readInt())
                        asked.readNBytes(length);
                    caller.getOutputStream().write(answer.get().getBytes(StandardCharsets.US_ASCII));
                } catch (IOException hungUp) {
                    continue;
                }
        });
    }

    int port() {
        return door.getLocalPort();
    }

    @Override
    public void close() throws IOException {
        door.close();
    }
}
