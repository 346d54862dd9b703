package io.kollega.administration;

import io.kollega.organization.RosterChange;
import io.kollega.organization.RosterChange.What;
import java.util.List;
import java.util.Map;

/**
 * What bringing in a file would do.
 *
 * @param encoding in what it was read
 * @param counts how many rows would do what
 * @param changes the first rows that change anything
 */
record ImportPreviewView(
        long file,
        String fileName,
        String encoding,
        Map<What, Long> counts,
        List<RosterChange> changes) {
    long count(What what) {
        return counts.getOrDefault(what, 0L);
    }
}
