package io.kollega.audit;

import java.util.Collection;
import java.util.Map;
import java.util.Set;

/** Names those whose ids stand in the trail; answered by the module that knows people. */
public interface Actors {
    Map<Long, String> names(Collection<Long> ids);

    /** Whom somebody may have meant by a code, a name, or a part of one. */
    Set<Long> find(String typed);
}
