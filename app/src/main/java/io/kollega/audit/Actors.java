package io.kollega.audit;

import java.util.Collection;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** Names those whose ids stand in the trail; answered by the module that knows them. */
public interface Actors {
    Map<Long, String> names(Collection<Long> ids);

    /** Names of units in a reader's language. */
    Map<Long, String> units(Collection<Long> ids, Locale locale);

    /** Whom somebody may have meant by a code, a name, or a part of one. */
    Set<Long> find(String typed);
}
