package kollega.postgres;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.util.concurrent.ThreadLocalRandom;

/**
 * Finds a TCP port on the loopback interface. Free now is not free later: the server's own bind
 * decides.
 */
final class Ports {

    /** Below the range from which Linux takes ports for outgoing connections. */
    private static final int LOWEST = 20_000;

    private static final int HIGHEST = 32_767;

    private Ports() {}

    static boolean isFree(int port) {
        try (var socket = new ServerSocket()) {
            socket.setReuseAddress(true);
            socket.bind(new InetSocketAddress(InetAddress.ofLiteral("127.0.0.1"), port));
            return true;
        } catch (IOException taken) {
            return false;
        }
    }

    /** The last port again if it is free, else any. */
    static int choose(int last) throws IOException {
        if (last != 0 && isFree(last)) {
            return last;
        }
        for (int attempt = 0; attempt < 100; attempt++) {
            int port = ThreadLocalRandom.current().nextInt(LOWEST, HIGHEST + 1);
            if (isFree(port)) {
                return port;
            }
        }
        try (var socket = new ServerSocket(0, 1, InetAddress.ofLiteral("127.0.0.1"))) {
            return socket.getLocalPort();
        }
    }
}
