@ApplicationModule(allowedDependencies = {})
@NullMarked
package sample.cycle.right;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
