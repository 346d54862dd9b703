package kollega.postgres;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Optional;
import java.util.Properties;

/**
 * What is needed to reach the server of a data folder again: the generated passwords, the port it
 * last had, and the binaries its sort orders were last compared with.
 *
 * @param superuserPassword for the role {@code postgres}; never leaves this package
 * @param password for the role of the application
 * @param port last port, or 0 if there was none
 * @param binaries identity of the binaries, or the empty string before the first start
 */
record Credentials(String superuserPassword, String password, int port, String binaries) {

    static Credentials generate() {
        return new Credentials(randomPassword(), randomPassword(), 0, "");
    }

    private static String randomPassword() {
        byte[] bytes = new byte[24];
        new SecureRandom().nextBytes(bytes);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    Credentials onPort(int number) {
        return new Credentials(superuserPassword, password, number, binaries);
    }

    Credentials comparedWith(String identity) {
        return new Credentials(superuserPassword, password, port, identity);
    }

    /** Empty if the file is missing or is not whole. */
    static Optional<Credentials> read(Path file) throws IOException {
        var properties = new Properties();
        try (var reader = Files.newBufferedReader(file)) {
            properties.load(reader);
        } catch (NoSuchFileException e) {
            return Optional.empty();
        }
        String superuser = properties.getProperty("superuser.password", "");
        String application = properties.getProperty("password", "");
        String port = properties.getProperty("port", "");
        if (superuser.isEmpty() || application.isEmpty() || !port.matches("\\d{1,5}")) {
            return Optional.empty();
        }
        return Optional.of(
                new Credentials(
                        superuser,
                        application,
                        Integer.parseInt(port),
                        properties.getProperty("binaries", "")));
    }

    void write(Path file) throws IOException {
        String text =
                """
                # Written by Kollega. Lose it, and the next start makes new passwords.
                superuser.password=%s
                password=%s
                port=%d
                binaries=%s
                """
                        .formatted(superuserPassword, password, port, binaries);
        Durable.replace(file, text, "rw-------");
    }

    Coordinates coordinates(String database, String user) {
        return new Coordinates(port, database, user, password);
    }

    /** Leaves the passwords out. */
    @Override
    public String toString() {
        return "Credentials[port=" + port + ", binaries=" + binaries + "]";
    }
}
