package io.kollega.catalog;

import io.kollega.organization.Name;
import io.kollega.organization.Unit;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A standard being written.
 *
 * @param service the name of the service, or null for a unit that is just asked
 * @param inForce the version in force, or null if none was published
 * @param drafted whether there is a draft, which is what the form shows
 * @param problems name of an input to message key
 * @param versions every published version, the newest first
 * @param path where the form is
 */
record StandardView(
        Unit unit,
        @Nullable OfferedService service,
        @Nullable Standard inForce,
        boolean drafted,
        StandardForm form,
        Map<String, String> problems,
        List<StandardVersion> versions,
        String path) {
    Name title() {
        return service == null ? unit.name() : service.name();
    }
}
