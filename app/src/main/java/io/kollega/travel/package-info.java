/** How does work travel between units? */
@ApplicationModule(
        allowedDependencies = {
            "organization",
            "access",
            "promises",
            "requests",
            "requests :: events",
            "insights",
            "permissions",
            "shell",
            "database",
            "tables"
        })
@NullMarked
package io.kollega.travel;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
