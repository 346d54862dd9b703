/**
 * Summaries that add up: the summary of a union is the sum of the summaries, so a figure costs what
 * its cells cost, not what its history costs, and parts may be folded anywhere in any order.
 *
 * <p>They hold no person, yet they must not be published as they are: what is behind few answers is
 * as good as the answers. See {@link kollega.measurement.disclosure}.
 */
@NullMarked
package kollega.measurement.summary;

import org.jspecify.annotations.NullMarked;
