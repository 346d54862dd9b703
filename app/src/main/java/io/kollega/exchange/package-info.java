/** What comes in and goes out as files and feeds? */
@ApplicationModule(
        allowedDependencies = {
            "organization",
            "access",
            "worktime",
            "catalog",
            "promises",
            "requests",
            "requests :: events",
            "ratings",
            "insights",
            "travel",
            "permissions",
            "shell",
            "audit",
            "database",
            "tables"
        })
@NullMarked
package io.kollega.exchange;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
