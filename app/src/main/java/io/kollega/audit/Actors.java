package io.kollega.audit;

import java.util.Collection;
import java.util.Map;
import java.util.Optional;

/** Names those whose ids stand in the trail; answered by the module that knows people. */
public interface Actors {
    Map<Long, String> names(Collection<Long> ids);

    /** Whom somebody meant by a code or a name. */
    Optional<Long> find(String typed);
}
