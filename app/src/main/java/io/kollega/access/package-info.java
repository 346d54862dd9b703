/** Who is signed in, and what may they do? */
@ApplicationModule(
        allowedDependencies = {"organization", "permissions", "shell", "audit", "database"})
@NullMarked
package io.kollega.access;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
