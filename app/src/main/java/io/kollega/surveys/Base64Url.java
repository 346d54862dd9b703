package io.kollega.surveys;

import java.util.Base64;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Bytes as programs send them: base64url, with or without its padding. */
public final class Base64Url {
    private Base64Url() {}

    public static String encode(byte[] bytes) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    /** Empty if it is nothing of the kind. */
    public static Optional<byte[]> decode(@Nullable String text) {
        try {
            return text == null
                    ? Optional.empty()
                    : Optional.of(Base64.getUrlDecoder().decode(text));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }
}
