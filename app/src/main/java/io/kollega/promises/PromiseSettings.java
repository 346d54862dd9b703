package io.kollega.promises;

import java.time.Duration;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How promises are watched.
 *
 * @param warningShare of the promised time that is left when a promise is due soon, 0 to 1
 * @param pauseCaps working time after which a pause ends by itself, by reason; without an entry a
 *     pause lasts until it is ended
 */
@ConfigurationProperties("kollega.promises")
record PromiseSettings(
        @DefaultValue("0.2") double warningShare, Map<PauseReason, Duration> pauseCaps) {
    PromiseSettings {
        if (!(warningShare >= 0 && warningShare < 1)) {
            throw new IllegalArgumentException(
                    "kollega.promises.warning-share is "
                            + warningShare
                            + "; give a share from 0 to below 1, such as 0.2");
        }
        pauseCaps.forEach((reason, cap) -> {
            if (!cap.isPositive()) {
                throw new IllegalArgumentException(
                        "kollega.promises.pause-caps."
                                + reason.slug()
                                + " is "
                                + cap
                                + "; give a working time above 0, such as 80h");
            }
        });
        pauseCaps = Map.copyOf(pauseCaps);
    }

    @Nullable Duration cap(PauseReason reason) {
        return pauseCaps.get(reason);
    }
}
