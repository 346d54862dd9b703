/** What was asked, of whom, and where does it stand? */
@ApplicationModule(
        allowedDependencies = {
            "calls",
            "organization",
            "access",
            "catalog",
            "worktime",
            "promises",
            "permissions",
            "shell",
            "audit",
            "tables",
            "database"
        })
@NullMarked
package io.kollega.requests;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
