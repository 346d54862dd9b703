/**
 * Business time: how much working time lies between two instants, and when so much of it will have
 * passed.
 *
 * <p>A {@link kollega.measurement.worktime.BusinessCalendar} says when work is done; {@link
 * kollega.measurement.worktime.ProductionCalendar} builds one from a state's list of holidays,
 * shortened days and working weekends. Everything here is immutable and safe for use by many
 * threads. It must not be used for pay: breaks, overtime and personal absence are not modelled.
 */
@NullMarked
package kollega.measurement.worktime;

import org.jspecify.annotations.NullMarked;
