package io.kollega.access;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Asks whether it is really them, before a dangerous deed goes on.
 *
 * @param action where the deed is done
 * @param kept what was typed
 * @param minutes for how long the proof holds
 * @param problem message key of why the last proof was refused
 */
record ConfirmView(
        String action,
        List<Field> kept,
        String login,
        Proofs.Known known,
        long minutes,
        @Nullable String problem) {
    record Field(String name, String value) {}
}
