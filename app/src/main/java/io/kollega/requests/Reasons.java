package io.kollega.requests;

import io.kollega.promises.PauseReason;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The reasons for a pause by their names. */
final class Reasons {
    /** Those that a person may give; an approval pauses by itself. */
    static final List<PauseReason> CHOSEN =
            List.of(PauseReason.WAITING_CLIENT, PauseReason.WAITING_OUTSIDE, PauseReason.SCHEDULED);

    private Reasons() {}

    /** The reason that a person gave. */
    static Optional<PauseReason> chosen(@Nullable String slug) {
        return CHOSEN.stream().filter(reason -> reason.slug().equals(slug)).findFirst();
    }

    /** The reason as it was stored. */
    static PauseReason stored(String slug) {
        return Arrays.stream(PauseReason.values())
                .filter(reason -> reason.slug().equals(slug))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("No pause has the reason " + slug));
    }
}
