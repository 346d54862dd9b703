/** What does each unit offer, by which standard? */
@ApplicationModule(
        allowedDependencies = {
            "organization",
            "access",
            "worktime",
            "permissions",
            "shell",
            "audit"
        })
@NullMarked
package io.kollega.catalog;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
