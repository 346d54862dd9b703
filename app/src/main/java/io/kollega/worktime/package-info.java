/** How much working time lies between two moments? */
@ApplicationModule(
        allowedDependencies = {"organization", "access", "permissions", "shell", "audit"})
@NullMarked
package io.kollega.worktime;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
