package sample.danger;

import java.io.IOException;
import java.io.ObjectInputStream;
import java.util.Random;

/** Does what the guard must find. */
public final class RunsCommands {
    Process run(String command) throws IOException {
        return new ProcessBuilder(command).start();
    }

    Object read(ObjectInputStream stream) throws IOException, ClassNotFoundException {
        return stream.readObject();
    }

    int guess() {
        return new Random().nextInt();
    }
}
