/** By when, are we keeping our word, and whose time went where? */
@ApplicationModule(
        allowedDependencies = {"organization", "catalog", "worktime", "insights", "database"})
@NullMarked
package io.kollega.promises;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
