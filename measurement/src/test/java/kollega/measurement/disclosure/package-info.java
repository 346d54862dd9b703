@NullMarked
package kollega.measurement.disclosure;

import org.jspecify.annotations.NullMarked;
