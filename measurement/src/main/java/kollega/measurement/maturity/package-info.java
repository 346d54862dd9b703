/**
 * How far an organization has come on six factors and three levels, and how sure that is.
 *
 * <p>Which indicators stand for a factor, their anchors and weights are the caller's; nothing here
 * may be used to rank persons.
 */
@NullMarked
package kollega.measurement.maturity;

import org.jspecify.annotations.NullMarked;
