/**
 * How does a campaign go, and what came of it? Waits for those who are asked, takes the answers of
 * those whose names are known, closes, and publishes what may be shown.
 */
@ApplicationModule(
        allowedDependencies = {
            "organization",
            "access",
            "surveys",
            "answers",
            "permissions",
            "shell"
        })
@NullMarked
package io.kollega.waves;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
