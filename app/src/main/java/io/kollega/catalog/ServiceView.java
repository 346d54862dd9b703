package io.kollega.catalog;

import io.kollega.organization.Name;
import io.kollega.worktime.WorkCalendar;
import java.util.List;

/**
 * A service as its clients see it.
 *
 * @param shown the version that is shown
 * @param versions every published version, the newest first
 * @param offered whether the reader may ask for it now, under the version that is shown
 * @param own whether the reader runs the unit that offers it
 */
record ServiceView(
        OfferedService service,
        Name unit,
        Standard standard,
        StandardVersion shown,
        List<StandardVersion> versions,
        WorkCalendar calendar,
        boolean offered,
        boolean own) {
    boolean newest() {
        return shown.equals(versions.getFirst());
    }
}
