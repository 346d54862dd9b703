/** Net scores such as the NPS, their uncertainty, their comparison and their trend. */
@NullMarked
package kollega.measurement.score;

import org.jspecify.annotations.NullMarked;
