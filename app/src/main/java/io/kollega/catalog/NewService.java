package io.kollega.catalog;

import io.kollega.organization.Name;
import io.kollega.organization.UnitId;
import io.kollega.shell.CleanText;
import java.time.Duration;
import java.util.List;

/** A service to bring in, with its first standard; its audience is everyone. */
public record NewService(
        String code,
        UnitId unit,
        Name name,
        Name summary,
        Duration response,
        Duration solution,
        List<FormField> fields,
        List<Name> norms,
        List<Name> duties) {
    public NewService {
        code = CleanText.key(code);
    }
}
