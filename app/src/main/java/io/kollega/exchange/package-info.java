/** What comes in and goes out as files and feeds? */
@ApplicationModule(
        allowedDependencies = {
            "organization",
            "worktime",
            "promises",
            "requests",
            "database",
            "tables"
        })
@NullMarked
package io.kollega.exchange;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
