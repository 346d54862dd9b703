/** By when, are we keeping our word, and whose time went where? */
@ApplicationModule(
        allowedDependencies = {
            "organization",
            "access",
            "catalog",
            "worktime",
            "insights",
            "permissions",
            "shell",
            "audit",
            "database",
            "tables"
        })
@NullMarked
package io.kollega.promises;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
