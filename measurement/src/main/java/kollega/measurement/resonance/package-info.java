/**
 * Values and the brand as employees see them: what matters to them beside what they see done.
 *
 * <p>Differences of the two are not used: they are less reliable than their parts and hide which of
 * the two moved.
 */
@NullMarked
package kollega.measurement.resonance;

import org.jspecify.annotations.NullMarked;
