package kollega.measurement.disclosure;

import static kollega.measurement.Argument.atLeast;
import static kollega.measurement.Argument.within;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Who gave how many answers to a figure. People are numbered in any way the caller likes, so long
 * as the same number means the same person in everything that is judged together.
 */
public final class RaterTally {

    /** Nobody. */
    public static final RaterTally NONE = new RaterTally(new long[0], new int[0]);

    // In the order of their numbers, so that tallies are added by merging, as matrices need them
    // by the thousand.
    private final long[] people;
    private final int[] counts;

    private RaterTally(long[] people, int[] counts) {
        this.people = people;
        this.counts = counts;
    }

    /**
     * A tally.
     *
     * @param answers number of answers by each person, each at least 1
     * @throws IllegalArgumentException if a number is less than 1
     */
    public RaterTally(Map<Long, Integer> answers) {
        people = answers.keySet().stream().mapToLong(Long::longValue).sorted().toArray();
        counts = new int[people.length];
        for (int i = 0; i < people.length; i++) {
            counts[i] =
                    atLeast(
                            "answers of person " + people[i],
                            1,
                            answers.getOrDefault(people[i], 0));
        }
    }

    /** Number of answers by each person. */
    public Map<Long, Integer> answers() {
        Map<Long, Integer> answers = HashMap.newHashMap(people.length);
        for (int i = 0; i < people.length; i++) {
            answers.put(people[i], counts[i]);
        }
        return Map.copyOf(answers);
    }

    /** The people, in the order of their numbers. */
    public List<Long> people() {
        return Arrays.stream(people).boxed().toList();
    }

    /** How many people there are. */
    public int size() {
        return people.length;
    }

    /** The tally of both together; someone in both counts once as a person. */
    public RaterTally plus(RaterTally other) {
        if (size() == 0 || other.size() == 0) {
            return size() == 0 ? other : this;
        }
        long[] all = new long[size() + other.size()];
        int[] sums = new int[all.length];
        int here = 0;
        int there = 0;
        int size = 0;
        while (here < size() || there < other.size()) {
            long next =
                    there == other.size() || here < size() && people[here] <= other.people[there]
                            ? people[here]
                            : other.people[there];
            long sum = 0;
            if (here < size() && people[here] == next) {
                sum += counts[here++];
            }
            if (there < other.size() && other.people[there] == next) {
                sum += other.counts[there++];
            }
            all[size] = next;
            sums[size++] =
                    Math.toIntExact(within("answers of one person", 1, Integer.MAX_VALUE, sum));
        }
        return new RaterTally(Arrays.copyOf(all, size), Arrays.copyOf(sums, size));
    }

    /** The tally of all of them together. */
    public static RaterTally sum(List<RaterTally> tallies) {
        return switch (tallies.size()) {
            case 0 -> NONE;
            case 1 -> tallies.getFirst();
            default -> {
                int half = tallies.size() / 2;
                yield sum(tallies.subList(0, half))
                        .plus(sum(tallies.subList(half, tallies.size())));
            }
        };
    }

    /** How many people stand behind a figure over these answers, and how unevenly. */
    public Contribution contribution() {
        long total = 0;
        int largest = 0;
        for (int count : counts) {
            total += count;
            largest = Math.max(largest, count);
        }
        return new Contribution(total, people.length, largest);
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof RaterTally tally
                && Arrays.equals(people, tally.people)
                && Arrays.equals(counts, tally.counts);
    }

    @Override
    public int hashCode() {
        return 31 * Arrays.hashCode(people) + Arrays.hashCode(counts);
    }

    @Override
    public String toString() {
        return answers().toString();
    }
}
