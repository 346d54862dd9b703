package io.kollega.shell;

import io.kollega.permissions.Permission;
import java.util.Set;

/**
 * An entry of the navigation, contributed as a bean by the module whose page it is.
 *
 * @param key message key of the label
 * @param anyOf the permissions any of which makes it visible
 */
public record NavEntry(Door door, int order, String key, String href, Set<Permission> anyOf) {
    boolean visibleTo(Visitor visitor) {
        return visitor.signedIn() && anyOf.stream().anyMatch(visitor.permissions()::contains);
    }
}
