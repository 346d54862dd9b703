package io.kollega.requests;

import io.kollega.catalog.OfferedService;
import io.kollega.catalog.ServiceId;
import io.kollega.organization.Person;
import io.kollega.organization.PersonId;
import io.kollega.organization.Unit;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The queue of a unit.
 *
 * @param units those whose queues this person works
 * @param views the usual ones and those kept, each with how many requests it shows
 * @param columns what the board shows; one column for the list
 * @param specialists who may be assigned
 * @param others units to which requests may be handed over
 * @param next the address of the next page; null on the last
 * @param leftovers what a deed done to several requests at once did not reach
 */
record QueueView(
        QueueQuery query,
        PersonId reader,
        List<Unit> units,
        List<View> views,
        List<Column> columns,
        Naming names,
        Map<ServiceId, OfferedService> services,
        List<Person> specialists,
        List<Unit> others,
        boolean first,
        @Nullable String next,
        List<Leftover> leftovers) {

    /** How far a view is counted; beyond that it is "and more". */
    static final int COUNTED = 1000;

    /**
     * @param key message key of a usual view; null for one that was kept
     * @param name of a view that was kept
     */
    record View(@Nullable String key, String name, long saved, QueueQuery query, int count) {
        String number() {
            return count >= COUNTED ? COUNTED + "+" : Integer.toString(count);
        }
    }

    record Column(Stage stage, List<LineView> lines, boolean more) {}

    /**
     * @param key message key of the reason
     */
    record Leftover(long request, String key) {}

    List<LineView> lines() {
        return columns.getFirst().lines();
    }

    String service(LineView line, java.util.Locale locale) {
        OfferedService service =
                line.line().service() == null ? null : services.get(line.line().service());
        return service == null ? "" : service.name().in(locale);
    }
}
