package io.kollega.organization;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** A person to bring in, a member of one unit from a date on. */
public record NewPerson(
        String code,
        String givenName,
        String familyName,
        @Nullable String email,
        String unitCode,
        boolean head,
        LocalDate from) {}
