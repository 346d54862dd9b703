/**
 * What was replied, without who? Knows campaigns and keys, and can't reach people, visitors,
 * sessions, the audit trail, idempotent calls or the headers of a request. Answers lie in files
 * until the close; then sums over all who share a key are all that is left of them.
 */
@ApplicationModule(allowedDependencies = {"surveys", "permissions", "shell", "database"})
@NullMarked
package io.kollega.answers;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
