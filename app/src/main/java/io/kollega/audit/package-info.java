/** Who did what: one append-only line, written in the transaction of the deed. */
@ApplicationModule(allowedDependencies = {"permissions", "shell", "database", "tables"})
@NullMarked
package io.kollega.audit;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
