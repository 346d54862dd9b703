package kollega.measurement.scale;

import java.util.Arrays;
import kollega.measurement.Argument;

/**
 * What a Rasch model needs of a test: how many got each item right, and how many have each score.
 * Counts of parts add up.
 *
 * @param correctByItem takers with a right answer, one figure an item, at least 2 items
 * @param takersByScore takers with 0, 1, ... all items right: one figure more than items
 */
public record TestScores(long[] correctByItem, long[] takersByScore) {

    private static final int MOST_ITEMS = 120;

    public TestScores {
        int items = Argument.within("correctByItem.length", 2, MOST_ITEMS, correctByItem.length);
        Argument.require(
                takersByScore.length == items + 1,
                "takersByScore.length",
                takersByScore.length,
                "exactly " + (items + 1) + ", one more than items");
        correctByItem = correctByItem.clone();
        takersByScore = takersByScore.clone();
        long takers = 0;
        long points = 0;
        for (int r = 0; r <= items; r++) {
            Argument.atLeast("takersByScore[" + r + "]", 0, takersByScore[r]);
            takers += takersByScore[r];
            points += r * takersByScore[r];
        }
        long correct = 0;
        for (int j = 0; j < items; j++) {
            Argument.require(
                    correctByItem[j] >= 0 && correctByItem[j] <= takers,
                    "correctByItem[" + j + "]",
                    correctByItem[j],
                    "from 0 to " + takers + ", the number of takers");
            correct += correctByItem[j];
        }
        Argument.require(
                correct == points,
                "the sum of correctByItem",
                correct,
                points + ", the sum of all scores");
    }

    /** The counts of answers, one row a taker, true for a right answer. */
    public static TestScores of(boolean[][] answers) {
        Argument.atLeast("answers.length", 1, answers.length);
        int items = answers[0].length;
        var correct = new long[items];
        var takers = new long[items + 1];
        for (int i = 0; i < answers.length; i++) {
            Argument.require(
                    answers[i].length == items,
                    "answers[" + i + "].length",
                    answers[i].length,
                    "exactly " + items);
            int score = 0;
            for (int j = 0; j < items; j++) {
                if (answers[i][j]) {
                    correct[j]++;
                    score++;
                }
            }
            takers[score]++;
        }
        return new TestScores(correct, takers);
    }

    /** The counts of both; refused if they have another number of items. */
    public TestScores merge(TestScores other) {
        Argument.require(
                other.items() == items(), "other.items()", other.items(), "exactly " + items());
        return new TestScores(
                sum(correctByItem, other.correctByItem), sum(takersByScore, other.takersByScore));
    }

    private static long[] sum(long[] a, long[] b) {
        var sum = new long[a.length];
        Arrays.setAll(sum, i -> a[i] + b[i]);
        return sum;
    }

    /** The number of items, 2 to 120. */
    public int items() {
        return correctByItem.length;
    }

    /** The number of takers. */
    public long takers() {
        return Arrays.stream(takersByScore).sum();
    }

    /** Takers with a right answer, by item; a copy. */
    @Override
    public long[] correctByItem() {
        return correctByItem.clone();
    }

    /** Takers by the number of their right answers; a copy. */
    @Override
    public long[] takersByScore() {
        return takersByScore.clone();
    }
}
