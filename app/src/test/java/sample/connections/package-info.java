/** A sample that must be found. */
@NullMarked
package sample.connections;

import org.jspecify.annotations.NullMarked;
