package io.kollega.access;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.Base64;

/**
 * The key of the {@link Vault}: as given by the environment, which several nodes must share, or
 * else a file of the data folder, which is made once and which only its owner reads.
 *
 * @param given 32 bytes in Base64; empty when the file is to be used
 */
record VaultKey(String given, Path file) {
    private static final int BYTES = 32;

    byte[] bytes() throws IOException {
        return given.isBlank() ? fromFile() : decoded(given, "KOLLEGA_SECRET_KEY");
    }

    private byte[] fromFile() throws IOException {
        if (!Files.exists(file)) {
            make();
        }
        return decoded(Files.readString(file), file.toString());
    }

    /**
     * Whole or not at all: a link to it appears at once, and to whoever comes second it is there.
     */
    private void make() throws IOException {
        byte[] key = new byte[BYTES];
        new SecureRandom().nextBytes(key);
        Files.createDirectories(file.toAbsolutePath().getParent());
        Path fresh =
                Files.createTempFile(
                        file.toAbsolutePath().getParent(),
                        "secret",
                        ".new",
                        PosixFilePermissions.asFileAttribute(
                                PosixFilePermissions.fromString("rw-------")));
        try {
            Files.writeString(fresh, Base64.getEncoder().encodeToString(key) + "\n");
            Files.createLink(file, fresh);
        } catch (FileAlreadyExistsException _) {
            // Another node on this folder was quicker, and its key is the one.
        } finally {
            Files.delete(fresh);
        }
    }

    private static byte[] decoded(String text, String where) {
        try {
            byte[] key = Base64.getDecoder().decode(text.strip());
            if (key.length == BYTES) {
                return key;
            }
        } catch (IllegalArgumentException _) {
            // Said below, without what it was.
        }
        throw new IllegalStateException(
                where
                        + " must hold 32 random bytes in Base64: make them by openssl rand -base64 32");
    }
}
