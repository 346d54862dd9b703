/** Who must hear of it, and how? */
@ApplicationModule(
        allowedDependencies = {
            "organization",
            "access",
            "promises",
            "requests",
            "requests :: events",
            "ratings",
            "permissions",
            "shell"
        })
@NullMarked
package io.kollega.notifications;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
