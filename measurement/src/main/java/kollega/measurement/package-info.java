/** Measurement of service between units: honest figures, disclosure control, business time. */
@NullMarked
package kollega.measurement;

import org.jspecify.annotations.NullMarked;
