package io.kollega.demo;

import io.kollega.organization.Name;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A unit of the demo company.
 *
 * @param people how many work there today; of a former unit, how many did
 * @param ask how often one of them turns to others, relative to the rest
 * @param desk how many of them serve; 0 if the unit serves nobody
 * @param clients how much more than others a unit turns to this one, by code
 */
record UnitPlan(
        String code,
        Name name,
        @Nullable String parent,
        int people,
        double ask,
        int desk,
        Map<String, Double> clients) {

    static UnitPlan of(Sheet sheet) {
        return new UnitPlan(
                sheet.text("code"),
                name(sheet, "name"),
                sheet.textOrNull("parent"),
                (int) sheet.number("people"),
                sheet.number("ask"),
                (int) sheet.number("desk", 0),
                sheet.sheet("clients").numbers());
    }

    static Name name(Sheet sheet, String key) {
        return new Name(sheet.texts(key).getFirst(), sheet.texts(key).getLast());
    }
}
