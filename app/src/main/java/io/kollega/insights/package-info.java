/** What do the figures say, and which may be shown? */
@ApplicationModule(
        allowedDependencies = {"organization", "catalog", "permissions", "shell", "tables"})
@NullMarked
package io.kollega.insights;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
