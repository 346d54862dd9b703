/** What surrounds each page: layout, texts, problems. A leaf that every module may use. */
@ApplicationModule(allowedDependencies = {"permissions"})
@NullMarked
package io.kollega.shell;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
