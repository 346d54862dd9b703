package kollega.benchmarks.load;

import java.io.BufferedInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Locale;

/**
 * A kept HTTP/1.1 connection to this machine. Deliberately bare, so that the client takes as little
 * as it can of the processors that it shares with the server.
 */
final class Connection implements AutoCloseable {
    private final int port;
    private Wire wire;

    Connection(int port) throws IOException {
        this.port = port;
        wire = open(port);
    }

    private record Wire(Socket socket, InputStream in, OutputStream out) {}

    private static Wire open(int port) throws IOException {
        Socket socket = new Socket(InetAddress.getLoopbackAddress(), port);
        socket.setTcpNoDelay(true);
        socket.setSoTimeout(60_000);
        return new Wire(
                socket,
                new BufferedInputStream(socket.getInputStream(), 16_384),
                socket.getOutputStream());
    }

    /** A call; {@code header} is one whole header line: a token or cookies. */
    record Call(String method, String path, String header, String body) {
        static Call get(String path, String header) {
            return new Call("GET", path, header, "");
        }

        byte[] bytes() {
            byte[] content = body.getBytes(StandardCharsets.UTF_8);
            String type =
                    body.startsWith("{") ? "application/json" : "application/x-www-form-urlencoded";
            String head =
                    "%s %s HTTP/1.1\r\nHost: localhost\r\n%s\r\n".formatted(method, path, header)
                            + (content.length == 0
                                    ? "\r\n"
                                    : "Content-Type: %s\r\nContent-Length: %d\r\n\r\n"
                                            .formatted(type, content.length));
            byte[] start = head.getBytes(StandardCharsets.US_ASCII);
            byte[] whole = new byte[start.length + content.length];
            System.arraycopy(start, 0, whole, 0, start.length);
            System.arraycopy(content, 0, whole, start.length, content.length);
            return whole;
        }
    }

    /** An answer; the location is empty if there is none. */
    record Answer(int status, String location, String body) {}

    Answer send(Call call) throws IOException {
        wire.out().write(call.bytes());
        int status = Integer.parseInt(line().split(" ", 3)[1]);
        String location = "";
        int length = 0;
        boolean chunked = false;
        boolean last = false;
        for (String line = line(); !line.isEmpty(); line = line()) {
            String name = line.substring(0, line.indexOf(':')).toLowerCase(Locale.ROOT);
            String value = line.substring(name.length() + 1).strip();
            switch (name) {
                case "location" -> location = value;
                case "content-length" -> length = Integer.parseInt(value);
                case "transfer-encoding" -> chunked = value.equals("chunked");
                case "connection" -> last = value.equalsIgnoreCase("close");
                default -> {}
            }
        }
        byte[] body = chunked ? chunks() : read(length);
        if (last) {
            // The server takes so many calls on one connection, then wants a new one.
            wire.socket().close();
            wire = open(port);
        }
        return new Answer(status, location, new String(body, StandardCharsets.UTF_8));
    }

    private byte[] chunks() throws IOException {
        var body = new java.io.ByteArrayOutputStream();
        for (int size = chunkSize(); size > 0; size = chunkSize()) {
            body.write(read(size));
            line();
        }
        line();
        return body.toByteArray();
    }

    private int chunkSize() throws IOException {
        return Integer.parseInt(line(), 16);
    }

    private byte[] read(int length) throws IOException {
        byte[] bytes = wire.in().readNBytes(length);
        if (bytes.length < length) {
            throw new EOFException("The server closed the connection in the middle of an answer.");
        }
        return bytes;
    }

    private String line() throws IOException {
        var line = new StringBuilder();
        for (int c = wire.in().read(); c != '\n'; c = wire.in().read()) {
            if (c < 0) {
                throw new EOFException("The server closed the connection.");
            }
            if (c != '\r') {
                line.append((char) c);
            }
        }
        return line.toString();
    }

    @Override
    public void close() throws IOException {
        wire.socket().close();
    }
}
