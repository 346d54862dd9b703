package io.kollega.notifications;

import io.kollega.organization.PersonId;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * These people were told something. Published inside the transaction of the deed.
 *
 * @param sentence message key of what tells it, with who did it as its argument
 * @param by who did it; null when time did
 */
public record NoticeGiven(
        List<PersonId> people, String sentence, Subject about, @Nullable PersonId by, Instant at) {}
