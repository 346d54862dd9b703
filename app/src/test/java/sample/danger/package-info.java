/** Dangerous on purpose, which the guard must find. */
@NullMarked
package sample.danger;

import org.jspecify.annotations.NullMarked;
