package kollega.measurement.worktime;

/**
 * What a production calendar says of a date that differs from its day of the week, or confirms it.
 */
public enum DayKind {
    /** No work: a holiday, a day off moved here by decree, or a plain weekend. */
    OFF,
    /** Work, ending earlier: the eve of a holiday. */
    SHORTENED,
    /** Work as on any working day: a weekend that was exchanged for another day off. */
    WORKING
}
