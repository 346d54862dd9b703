/** Who works here, in which unit, on which date, and who stands in for whom? */
@ApplicationModule(allowedDependencies = {"permissions", "audit", "shell", "tables"})
@NullMarked
package io.kollega.organization;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
