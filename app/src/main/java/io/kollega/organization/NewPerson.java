package io.kollega.organization;

import io.kollega.shell.CleanText;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A person to bring in, a member of one unit from a date on. Codes are taken in their {@link
 * CleanText#key one form}.
 */
public record NewPerson(
        String code,
        String givenName,
        String familyName,
        @Nullable String email,
        String unitCode,
        boolean head,
        LocalDate from) {
    public NewPerson {
        code = CleanText.key(code);
        unitCode = CleanText.key(unitCode);
    }
}
