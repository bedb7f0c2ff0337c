package heed.house;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** Sends bytes as they are, which no client of requests does, and reads what comes until the server closes. */
final class RawHttp {
    private static final int SLOWEST_MILLIS = 30_000;

    private final int port;

    RawHttp(int port) {
        this.port = port;
    }

    /** What came back; status 0 where the server closed without a word. */
    record Came(int status, List<String> headers, String body) {
        /** A header's values, joined; empty where it is not there. */
        String header(String name) {
            var start = name.toLowerCase(Locale.ROOT) + ":";
            return String.join(", ", headers.stream().filter(h -> h.toLowerCase(Locale.ROOT).startsWith(start))
                    .map(h -> h.substring(start.length()).strip()).toList());
        }
    }

    Came send(byte[] request) {
        try (var socket = new Socket()) {
            socket.connect(new InetSocketAddress("127.0.0.1", port), SLOWEST_MILLIS);
            socket.setSoTimeout(SLOWEST_MILLIS);
            try {
                socket.getOutputStream().write(request);
                socket.getOutputStream().flush();
                socket.shutdownOutput();
            } catch (IOException closedEarly) {
                // The server may have said no before it read everything.
            }
            return parsed(all(socket));
        } catch (IOException e) {
            return new Came(0, List.of(), "");
        }
    }

    /** What can be read: a server that says no while more is being sent may cut the answer short. */
    private static byte[] all(Socket socket) throws IOException {
        var out = new java.io.ByteArrayOutputStream();
        var some = new byte[16_384];
        try {
            for (int read = socket.getInputStream().read(some); read >= 0; read = socket.getInputStream().read(some))
                out.write(some, 0, read);
        } catch (IOException cut) {
            if (out.size() == 0)
                throw cut;
        }
        return out.toByteArray();
    }

    private static Came parsed(byte[] answer) {
        var text = new String(answer, StandardCharsets.UTF_8);
        int end = text.indexOf("\r\n\r\n");
        if (end < 0 || !text.startsWith("HTTP/1.1 "))
            return new Came(0, List.of(), text);
        var head = new ArrayList<>(Arrays.asList(text.substring(0, end).split("\r\n")));
        var status = Integer.parseInt(head.removeFirst().split(" ")[1]);
        return new Came(status, List.copyOf(head), text.substring(end + 4));
    }
}
