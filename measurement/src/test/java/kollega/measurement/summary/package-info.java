@NullMarked
package kollega.measurement.summary;

import org.jspecify.annotations.NullMarked;
