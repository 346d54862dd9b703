@NullMarked
package sample.cycle.left;

import org.jspecify.annotations.NullMarked;
