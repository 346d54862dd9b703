package io.kollega.demo;

import io.kollega.catalog.FormField;
import io.kollega.catalog.NewService;
import io.kollega.organization.Name;
import io.kollega.organization.UnitId;
import io.kollega.requests.Kind;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A service of the demo company, and what is said around it.
 *
 * @param keywords by which people look for it besides its name and summary
 * @param unit code of the unit that offers it today
 * @param before code of the unit that did until the reorganization; null if it is the same
 * @param response business hours until the first answer
 * @param solution business hours until the solution
 * @param weight share of the requests, relative to the others
 * @param client chance that the client is asked something on the way, 0 to 1
 * @param outside chance of waiting for somebody outside the company
 * @param scheduled chance that it is put off by agreement
 */
record ServicePlan(
        String code,
        String unit,
        @Nullable String before,
        Name name,
        Name summary,
        String keywords,
        Kind kind,
        int response,
        int solution,
        double weight,
        List<Field> fields,
        List<Name> norms,
        List<Name> duties,
        Map<String, List<String>> words,
        List<String> subjects,
        List<String> bodies,
        List<String> questions,
        List<String> done,
        double client,
        double outside,
        double scheduled) {

    /**
     * @param value template of the answer; null where the kind says how it is made
     */
    record Field(FormField form, @Nullable String value) {}

    static ServicePlan of(Sheet sheet, Sheet file, String unit) {
        List<String> hours = sheet.texts("hours");
        return new ServicePlan(
                sheet.text("code"),
                unit,
                file.textOrNull("before"),
                UnitPlan.name(sheet, "name"),
                UnitPlan.name(sheet, "summary"),
                Objects.requireNonNullElse(sheet.textOrNull("keywords"), ""),
                Kind.valueOf(sheet.text("kind").toUpperCase(Locale.ROOT)),
                Integer.parseInt(hours.getFirst()),
                Integer.parseInt(hours.getLast()),
                sheet.number("weight"),
                sheet.sheets("fields").stream().map(ServicePlan::field).toList(),
                file.names("norms"),
                sheet.names("duties"),
                sheet.sheet("words").lists(),
                sheet.texts("subjects"),
                sheet.texts("bodies"),
                sheet.texts("questions"),
                sheet.texts("done"),
                sheet.number("client", 0.10),
                sheet.number("outside", 0.04),
                sheet.number("scheduled", 0.01));
    }

    private static Field field(Sheet sheet) {
        return new Field(
                new FormField(
                        sheet.text("key"),
                        UnitPlan.name(sheet, "label"),
                        FormField.Kind.valueOf(sheet.text("kind")),
                        sheet.textOrNull("required") != null,
                        sheet.texts("options")),
                sheet.textOrNull("value"));
    }

    NewService offered(UnitId by) {
        return new NewService(
                code,
                by,
                name,
                summary,
                Duration.ofHours(response),
                Duration.ofHours(solution),
                fields.stream().map(Field::form).toList(),
                norms,
                duties,
                keywords);
    }
}
