package kollega.measurement.change;

import kollega.measurement.Argument;
import kollega.measurement.Interval;
import kollega.measurement.Outcome;
import kollega.measurement.summary.Proportion;

/**
 * Promises kept. What is open and overdue counts as broken already, for otherwise a queue would
 * look better the longer it leaves its late requests lying; what is open and not yet due counts in
 * neither way and has no place here.
 *
 * @param met finished in time
 * @param missed finished late, withdrawn late or rejected
 * @param openOverdue still open after its deadline
 */
public record Attainment(long met, long missed, long openOverdue) {

    public static final Attainment NONE = new Attainment(0, 0, 0);

    public Attainment {
        Argument.atLeast("met", 0, met);
        Argument.atLeast("missed", 0, missed);
        Argument.atLeast("openOverdue", 0, openOverdue);
    }

    /** The number of promises that were due. */
    public long due() {
        return met + missed + openOverdue;
    }

    /** The promises of both. */
    public Attainment merge(Attainment other) {
        return new Attainment(
                met + other.met, missed + other.missed, openOverdue + other.openOverdue);
    }

    /** met / (met + missed + open overdue), from 0 to 1; no data while nothing was due. */
    public Outcome<Double> share() {
        return due() == 0
                ? Outcome.notEnoughData("nothing was due, at least 1 promise is needed")
                : Outcome.estimated((double) met / due());
    }

    /**
     * Score interval of {@link #share}, as {@link Proportion#interval} has it.
     *
     * @param level of confidence, between 0 and 1, exclusive
     */
    public Outcome<Interval> interval(double level) {
        return new Proportion(met, due()).interval(level);
    }
}
