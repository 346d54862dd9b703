package io.kollega.requests;

import io.kollega.catalog.FormField;
import io.kollega.catalog.OfferedService;
import io.kollega.catalog.Standard;
import io.kollega.organization.Name;
import io.kollega.organization.Unit;
import io.kollega.organization.UnitId;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The page for asking: first to find whom, then what.
 *
 * @param text what was searched for
 * @param found the services that fit, best first
 * @param units all that may be asked
 * @param names of every unit
 * @param target whom the form is for; null while that is not chosen
 * @param typed what stands in the form
 * @param problems message keys by the names of inputs
 * @param once makes a form that is sent twice count once
 */
record AskView(
        String text,
        List<OfferedService> found,
        List<Unit> units,
        Map<UnitId, Unit> names,
        @Nullable Target target,
        Typed typed,
        Map<String, String> problems,
        String once) {

    /**
     * Whom to ask, and by when there would be an answer if it were sent now.
     *
     * @param service null if the unit is just asked
     */
    record Target(
            @Nullable OfferedService service,
            UnitId unit,
            Name name,
            Standard standard,
            Instant responseDue,
            Instant solutionDue) {}

    record Typed(
            Kind kind, String subject, String body, Map<String, String> fields, FilesLeft files) {
        static final Typed NOTHING = new Typed(Kind.QUESTION, "", "", Map.of(), FilesLeft.NONE);

        String field(FormField field) {
            return fields.getOrDefault(field.key(), "");
        }
    }

    @Nullable String problem(String input) {
        return problems.get(input);
    }
}
