/** What does a simulated company look like? */
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
            "travel"
        })
@NullMarked
package io.kollega.demo;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
