package io.kollega.surveys;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One wave of asking.
 *
 * @param survey the version of the instrument
 * @param closes when it closes by itself at the latest
 * @param threshold how many people every figure rests on
 * @param promise the hash of what was promised at the launch, in hex; null before
 * @param invited how many people are asked; 0 before the launch
 */
public record Campaign(
        CampaignId id,
        long survey,
        Mode mode,
        State state,
        Instant closes,
        int threshold,
        @Nullable String promise,
        int invited) {
    /** Whether answers are taken at this moment. */
    public boolean takes(Instant now) {
        return state == State.OPEN && now.isBefore(closes);
    }
}
