/** How is the company set up: its units, people, accounts and roles? */
@ApplicationModule(
        allowedDependencies = {"organization", "access", "mail", "permissions", "shell", "tables"})
@NullMarked
package io.kollega.administration;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
