package io.kollega.organization;

import io.kollega.shell.CleanText;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A unit to bring in. {@code parentCode} is null for a unit at the top. Codes are taken in their
 * {@link CleanText#key one form}.
 */
public record NewUnit(String code, Name name, @Nullable String parentCode, LocalDate from) {
    public NewUnit {
        code = CleanText.key(code);
        parentCode = parentCode == null ? null : CleanText.key(parentCode);
    }
}
