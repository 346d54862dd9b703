package io.kollega.administration;

import io.kollega.organization.Person;
import io.kollega.organization.Unit;
import io.kollega.organization.UnitId;
import io.kollega.organization.UnitPeriod;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One unit.
 *
 * @param open whether it exists today
 * @param every all units there have ever been, for naming
 * @param staffed whether somebody works its queue
 * @param problem message key of why it could not be closed
 */
record UnitView(
        Unit unit,
        boolean open,
        List<Person> people,
        List<UnitPeriod> history,
        Map<UnitId, Unit> every,
        List<Unit> others,
        String today,
        boolean staffed,
        @Nullable String problem) {}
