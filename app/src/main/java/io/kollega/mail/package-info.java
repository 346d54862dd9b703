/** What leaves the house as mail, to whom, and has it arrived at the mail server? */
@ApplicationModule(
        allowedDependencies = {
            "organization",
            "access",
            "requests",
            "requests :: events",
            "notifications",
            "permissions",
            "shell",
            "audit",
            "database"
        })
@NullMarked
package io.kollega.mail;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
