/**
 * Was this call made before? What a call with an Idempotency-Key creates, it creates once; whoever
 * repeats it gets the first answer. For every POST of every module.
 */
@ApplicationModule(allowedDependencies = {"organization", "shell"})
@NullMarked
package io.kollega.calls;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
