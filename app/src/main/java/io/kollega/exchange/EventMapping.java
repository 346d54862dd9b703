package io.kollega.exchange;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * How the columns of another system's event log are to be read.
 *
 * @param source the name under which its requests are known again
 * @param missing cells that mean nothing, besides the empty one
 * @param request column of the request's name in the other system
 * @param states joined columns to state; {@code otherwise} for those that are not listed, or null
 *     to refuse them
 * @param unit column of who holds the request from the event on
 * @param parent column of what that unit belongs to
 * @param calendar code of the calendar by which working time is counted
 */
record EventMapping(
        String source,
        Set<String> missing,
        String request,
        At at,
        List<String> stateColumns,
        Map<String, EventState> states,
        @Nullable EventState otherwise,
        String unit,
        @Nullable String parent,
        @Nullable String person,
        @Nullable String clientUnit,
        @Nullable String clientPerson,
        @Nullable String service,
        @Nullable String promiseKept,
        String calendar) {

    /** Where the instant of an event stands and how it is written. */
    record At(String column, InstantFormat format) {}

    /** Every column that the header must hold, in the order of the mapping. */
    Set<String> columns() {
        Set<String> columns = new LinkedHashSet<>(List.of(request, at.column()));
        columns.addAll(stateColumns);
        columns.add(unit);
        for (String optional :
                new @Nullable String[] {
                    parent, person, clientUnit, clientPerson, service, promiseKept
                }) {
            if (optional != null) {
                columns.add(optional);
            }
        }
        return columns;
    }
}
