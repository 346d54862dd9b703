/**
 * Durations, deadlines kept, charts of a process over time, and whether an action changed anything.
 *
 * <p>Units of time and of values are the caller's. Nothing here knows a person; nothing here may be
 * used to rank single specialists.
 */
@NullMarked
package kollega.measurement.change;

import org.jspecify.annotations.NullMarked;
