package io.kollega.access;

import io.nayuki.qrcodegen.QrCode;
import org.bouncycastle.util.encoders.Base32;
import org.jspecify.annotations.Nullable;
import org.springframework.web.util.UriUtils;

/**
 * A new secret to bring into an app, by its picture or by typing it.
 *
 * @param draft the secret as the form carries it
 * @param typed the secret in groups of four letters
 * @param path the dark squares of the picture, as the path of an SVG
 * @param size of the picture, in squares
 * @param problem message key of why the code was refused
 */
record AuthenticatorView(
        String draft,
        String typed,
        String address,
        String path,
        int size,
        @Nullable String problem) {
    private static final int QUIET = 4;
    private static final String ISSUER = "Kollega";

    static AuthenticatorView of(
            String login, String draft, byte[] secret, @Nullable String problem) {
        String letters = Base32.toBase32String(secret);
        String address =
                "otpauth://totp/%s:%s?secret=%s&issuer=%s"
                        .formatted(ISSUER, UriUtils.encode(login, "UTF-8"), letters, ISSUER);
        QrCode code = QrCode.encodeText(address, QrCode.Ecc.MEDIUM);
        return new AuthenticatorView(
                draft,
                String.join(" ", letters.split("(?<=\\G.{4})")),
                address,
                path(code),
                code.size + 2 * QUIET,
                problem);
    }

    private static String path(QrCode code) {
        StringBuilder path = new StringBuilder();
        for (int y = 0; y < code.size; y++) {
            for (int x = 0; x < code.size; x++) {
                if (code.getModule(x, y)) {
                    path.append('M')
                            .append(x + QUIET)
                            .append(' ')
                            .append(y + QUIET)
                            .append("h1v1h-1z");
                }
            }
        }
        return path.toString();
    }
}
