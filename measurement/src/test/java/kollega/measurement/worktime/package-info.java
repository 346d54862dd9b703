@NullMarked
package kollega.measurement.worktime;

import org.jspecify.annotations.NullMarked;
