package kollega.measurement.disclosure;

import static kollega.measurement.Argument.atLeast;
import static kollega.measurement.Argument.within;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Who gave how many answers to a figure. People are numbered in any way the caller likes, so long
 * as the same number means the same person in everything that is judged together.
 *
 * @param answers number of answers by each person, each at least 1
 */
public record RaterTally(Map<Long, Integer> answers) {

    /** Nobody. */
    public static final RaterTally NONE = new RaterTally(Map.of());

    public RaterTally {
        answers = Map.copyOf(answers);
        answers.forEach((person, count) -> atLeast("answers of person " + person, 1, count));
    }

    /** The tally of both together; someone in both counts once as a person. */
    public RaterTally plus(RaterTally other) {
        return sum(List.of(this, other));
    }

    /** The tally of all of them together. */
    public static RaterTally sum(List<RaterTally> tallies) {
        Map<Long, Integer> sum = new HashMap<>();
        for (RaterTally tally : tallies) {
            tally.answers.forEach((person, count) -> sum.merge(person, count, RaterTally::sum));
        }
        return new RaterTally(sum);
    }

    private static int sum(int a, int b) {
        return Math.toIntExact(within("answers of one person", 1, Integer.MAX_VALUE, (long) a + b));
    }

    /** How many people stand behind a figure over these answers, and how unevenly. */
    public Contribution contribution() {
        long total = 0;
        int largest = 0;
        for (int count : answers.values()) {
            total += count;
            largest = Math.max(largest, count);
        }
        return new Contribution(total, answers.size(), largest);
    }
}
