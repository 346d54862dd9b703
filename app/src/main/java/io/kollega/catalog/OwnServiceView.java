package io.kollega.catalog;

import io.kollega.organization.Unit;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The description of a service, to change or to add.
 *
 * @param own the service, or null for one that is being added
 * @param problems name of an input to message key
 * @param units all there are, for the audience
 */
record OwnServiceView(
        Unit unit,
        @Nullable OwnService own,
        ServiceForm form,
        Map<String, String> problems,
        List<Unit> units) {
    String action() {
        return own == null ? "/our-services" : "/our-services/" + own.service().id().value();
    }
}
