/**
 * Where the rows live: the data source, the transactions, and the embedded server when no other is
 * named.
 */
@ApplicationModule(allowedDependencies = {})
@NullMarked
package io.kollega.database;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
