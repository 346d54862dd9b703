/**
 * What do internal clients need before they ask? Wishes are voiced, weighed by those who share
 * them, and answered by the unit they go to. Nobody sees who weighed what.
 */
@ApplicationModule(
        allowedDependencies = {"organization", "access", "calls", "permissions", "shell", "audit"})
@NullMarked
package io.kollega.wishes;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
