/** What do the two sides say of each other's work? */
@ApplicationModule(
        allowedDependencies = {
            "organization",
            "access",
            "catalog",
            "worktime",
            "insights",
            "requests :: events",
            "permissions",
            "shell",
            "audit",
            "database"
        })
@NullMarked
package io.kollega.ratings;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
