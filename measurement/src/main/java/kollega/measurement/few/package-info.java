/**
 * Units and matrix cells with few answers: what can be said of each once it has borrowed strength
 * from the others. No league tables: shrunken estimates, the probability of being below the
 * company, limits that allow for over-dispersion, and ranks only as intervals.
 */
@NullMarked
package kollega.measurement.few;

import org.jspecify.annotations.NullMarked;
