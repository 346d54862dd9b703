/** How is Kollega administered from a shell? */
@ApplicationModule(
        allowedDependencies = {
            "organization",
            "access",
            "insights",
            "travel",
            "exchange",
            "demo",
            "shell",
            "database",
            "tables"
        })
@NullMarked
package io.kollega.console;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
