/** What do the figures say, and which may be shown? */
@ApplicationModule(
        allowedDependencies = {
            "organization",
            "access",
            "catalog",
            "permissions",
            "shell",
            "audit",
            "database",
            "tables"
        })
@NullMarked
package io.kollega.insights;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
