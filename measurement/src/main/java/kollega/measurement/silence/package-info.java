/** What those who did not answer do to a figure: rates, margins, weights and honest bounds. */
@NullMarked
package kollega.measurement.silence;

import org.jspecify.annotations.NullMarked;
