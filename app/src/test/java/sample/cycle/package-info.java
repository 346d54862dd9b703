@NullMarked
package sample.cycle;

import org.jspecify.annotations.NullMarked;
