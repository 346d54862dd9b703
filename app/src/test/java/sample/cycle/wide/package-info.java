/** States more than it uses, which the guard must find. */
@ApplicationModule(allowedDependencies = {"left", "right"})
@NullMarked
package sample.cycle.wide;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
