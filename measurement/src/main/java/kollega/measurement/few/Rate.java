package kollega.measurement.few;

import kollega.measurement.Argument;

/**
 * So many successes among so many trials of one unit: satisfied callers, promises kept, tests
 * passed.
 *
 * @param successes from 0 to {@code trials}
 * @param trials at least 0
 */
public record Rate(long successes, long trials) {

    public Rate {
        Argument.atLeast("trials", 0, trials);
        Argument.require(
                successes >= 0 && successes <= trials,
                "successes",
                successes,
                "from 0 to the trials, " + trials);
    }
}
