/**
 * Scales of several items and tests of knowledge: are they reliable, may their group means be
 * reported, are their items fair.
 *
 * <p>Nothing here may be used to publish the result of a single person to anybody but that person.
 */
@NullMarked
package kollega.measurement.scale;

import org.jspecify.annotations.NullMarked;
