/**
 * How is a table in a file read, and refused? A leaf that every module may use; it knows nothing of
 * what the cells mean.
 */
@ApplicationModule(allowedDependencies = {"shell"})
@NullMarked
package io.kollega.tables;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
