/** What can be allowed. A leaf that every module may use. */
@ApplicationModule(allowedDependencies = {})
@NullMarked
package io.kollega.permissions;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
