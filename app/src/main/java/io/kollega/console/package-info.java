/** How is Kollega administered from a shell? */
@ApplicationModule(
        allowedDependencies = {
            "organization",
            "access",
            "worktime",
            "catalog",
            "promises",
            "requests",
            "ratings",
            "insights",
            "travel",
            "exchange",
            "demo",
            "permissions",
            "shell",
            "audit",
            "database",
            "tables"
        })
@NullMarked
package io.kollega.console;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
