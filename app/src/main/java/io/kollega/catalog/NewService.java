package io.kollega.catalog;

import io.kollega.organization.Name;
import io.kollega.organization.UnitId;
import io.kollega.shell.CleanText;
import java.time.Duration;
import java.util.List;

/**
 * A service to bring in, with its first standard; its audience is everyone.
 *
 * @param keywords by which people look for it besides its name and summary, in any language
 */
public record NewService(
        String code,
        UnitId unit,
        Name name,
        Name summary,
        Duration response,
        Duration solution,
        List<FormField> fields,
        List<Name> norms,
        List<Name> duties,
        String keywords) {
    public NewService {
        code = CleanText.key(code);
    }

    public NewService(
            String code,
            UnitId unit,
            Name name,
            Name summary,
            Duration response,
            Duration solution,
            List<FormField> fields,
            List<Name> norms,
            List<Name> duties) {
        this(code, unit, name, summary, response, solution, fields, norms, duties, "");
    }
}
