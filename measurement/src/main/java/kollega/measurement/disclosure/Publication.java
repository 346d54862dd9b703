package kollega.measurement.disclosure;

import static kollega.measurement.Argument.atLeast;
import static kollega.measurement.Argument.require;
import static kollega.measurement.Argument.share;
import static kollega.measurement.Argument.within;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import kollega.measurement.Interval;
import kollega.measurement.disclosure.HiddenRanges.Figure;
import kollega.measurement.score.CutPoints;
import kollega.measurement.score.NetScore;

/**
 * All net scores that have been published over the same people, and what of one more table may be.
 * Every cell of a table passes these rules in their order, and the first that it breaks is the
 * reason why it is withheld:
 *
 * <ol>
 *   <li>enough distinct people, and none with more than a share of the answers: {@link
 *       PrivacyThreshold};
 *   <li>with all that was published before, and with the larger cells of the same table, no single
 *       person and no cell withheld so far can be worked out exactly: the rank audit of {@link
 *       PublicationAuditor}, where one cell and not the table is withheld (complementary
 *       suppression, largest cells first);
 *   <li>no cell withheld for its few people can be narrowed down to less than a share of what its
 *       answers could have summed up to: the linear programs of {@link HiddenRanges}, over what
 *       readers are really told, which is rounded.
 * </ol>
 *
 * <p>What passes is shown as a {@link PublishedScore}: rounded, or as a band where nearly everyone
 * answered alike.
 *
 * <p>Columns are people; a person who is in two waves is one column, which assumes the worst, that
 * nobody changed their mind. The linear programs allow fractions of answers, so they see a little
 * less than a reader who knows that answers are whole, and take the published score but not its
 * interval for known. Made for up to some hundred cells. It must not be used for cells that share
 * answers with figures published elsewhere. What is planned together should be handed over
 * together, all tables' cells in one list: a cell that comes later can't be protected from what is
 * told by then, only from more. Immutable.
 */
public final class Publication {

    /** The usual share of what is possible that must stay open about a withheld cell. */
    public static final double USUAL_SHARE = 0.5;

    private static final long MOST_ANSWERS = 100_000;

    /** Answers are coded 0, 1, 2, since the programs start at 0. */
    private static final double LARGEST_ANSWER = 2;

    private static final double ROUNDING = 1e-6;

    /** What becomes of one cell of a table. */
    public sealed interface Cell {

        /** It is published like this. */
        record Shown(PublishedScore score) implements Cell {}

        /** It is not, and why. */
        record Withheld(Reason reason) implements Cell {}
    }

    /**
     * What became of a table.
     *
     * @param cells one for each cell of the table, in its order
     * @param publication what is published with it; ask this one next
     */
    public record Step(List<Cell> cells, Publication publication) {
        public Step {
            cells = List.copyOf(cells);
        }
    }

    private final List<NetScore> people;
    private final PrivacyThreshold rule;
    private final double share;
    private final RowSpace space;
    private final List<Figure> figures;
    private final List<Hidden> withheld;

    /**
     * A withheld cell.
     *
     * @param width of the range of its sum that must stay open, in answers coded 0, 1, 2
     */
    private record Hidden(Set<Integer> cell, double width) {}

    private Publication(
            List<NetScore> people,
            PrivacyThreshold rule,
            double share,
            RowSpace space,
            List<Figure> figures,
            List<Hidden> withheld) {
        this.people = people;
        this.rule = rule;
        this.share = share;
        this.space = space;
        this.figures = figures;
        this.withheld = withheld;
    }

    /**
     * Before anything is published.
     *
     * @param people the answers of each person, 1 to 100,000, all with the same cut points; a
     *     person's place in the list is their column
     * @param rule the rule for one figure; its number of raters is k
     * @param share of what is possible that must stay open about a withheld cell, from 0 to 1; 0
     *     switches that rule off
     */
    public static Publication of(List<NetScore> people, PrivacyThreshold rule, double share) {
        atLeast("people.size()", 1, people.size());
        share("share", share);
        CutPoints cutPoints = people.getFirst().cutPoints();
        for (int column = 0; column < people.size(); column++) {
            NetScore own = people.get(column);
            within("people[" + column + "].n()", 1, MOST_ANSWERS, own.n());
            require(
                    own.cutPoints().equals(cutPoints),
                    "people[" + column + "].cutPoints()",
                    own.cutPoints(),
                    "those of all, " + cutPoints);
        }
        int[] one = new int[people.size()];
        Arrays.fill(one, 1);
        return new Publication(
                List.copyOf(people),
                rule,
                share,
                new RowSpace(one, rule.raters()),
                List.of(),
                List.of());
    }

    /**
     * Publishes what may be published of a table.
     *
     * @param cells the columns of each cell, such as the units of a wave or the values of a filter;
     *     they may overlap, and an empty one stays withheld
     * @throws IllegalArgumentException if a column does not exist
     */
    public Step publish(List<Set<Integer>> cells) {
        for (Set<Integer> cell : cells) {
            cell.forEach(column -> within("column", 0, people.size() - 1, column));
        }
        Reason[] reasons = new Reason[cells.size()];
        RowSpace nextSpace = space.copy();
        List<Hidden> nextWithheld = new ArrayList<>(withheld);
        Set<Set<Integer>> known = new HashSet<>();
        withheld.forEach(hidden -> known.add(hidden.cell));
        for (int number = 0; number < reasons.length; number++) {
            Set<Integer> cell = Set.copyOf(cells.get(number));
            if (rule.judge(contribution(cell)) instanceof Verdict.Withheld(Reason reason)) {
                reasons[number] = reason;
                if (!cell.isEmpty() && known.add(cell)) {
                    nextWithheld.add(new Hidden(cell, widthToKeep(cell)));
                    watch(nextSpace, cell);
                }
            }
        }
        List<Figure> nextFigures = new ArrayList<>(figures);
        Cell[] results = new Cell[reasons.length];
        IntStream.range(0, results.length)
                .boxed()
                .sorted(Comparator.comparingInt(number -> -cells.get(number).size()))
                .forEach(number -> {
                    Reason alone = reasons[number];
                    results[number] =
                            alone != null
                                    ? new Cell.Withheld(alone)
                                    : publish(
                                            cells.get(number),
                                            nextSpace,
                                            nextFigures,
                                            nextWithheld);
                });
        return new Step(
                List.of(results),
                new Publication(
                        people,
                        rule,
                        share,
                        nextSpace,
                        List.copyOf(nextFigures),
                        List.copyOf(nextWithheld)));
    }

    /** How many independent figures readers know. */
    public int rank() {
        return space.rank();
    }

    /** Adds a cell to what is published, or leaves all three as they were and says why. */
    private Cell publish(
            Set<Integer> cell,
            RowSpace nextSpace,
            List<Figure> nextFigures,
            List<Hidden> nextWithheld) {
        int[] rest = nextSpace.reduce(columns(cell));
        int place = nextSpace.firstPlace(rest);
        if (place >= 0 && !nextSpace.add(rest, place)) {
            return new Cell.Withheld(new Reason.CouldBeWorkedOut(rule.raters()));
        }
        NetScore score = score(cell);
        PublishedScore told = PublishedScore.of(score);
        nextFigures.add(new Figure(cell, sums(told, score.n())));
        if (leavesOpen(nextFigures, nextWithheld)) {
            return new Cell.Shown(told);
        }
        nextFigures.removeLast();
        if (place >= 0) {
            nextSpace.removeLast();
        }
        return new Cell.Withheld(new Reason.CouldBeNarrowedDown(share));
    }

    /** A withheld cell that can be worked out already can't be kept from anybody any more. */
    private static void watch(RowSpace space, Set<Integer> cell) {
        int[] rest = space.reduce(columns(cell));
        if (space.firstPlace(rest) >= 0) {
            space.watch(rest);
        }
    }

    /** A share of what is possible; or what is left of it, where figures told before left less. */
    private double widthToKeep(Set<Integer> cell) {
        if (share == 0) {
            return 0;
        }
        double wanted = share * LARGEST_ANSWER * contribution(cell).answers();
        return figures.isEmpty() ? wanted : Math.min(wanted, ranges(figures).range(cell).width());
    }

    private boolean leavesOpen(List<Figure> told, List<Hidden> hidden) {
        if (share == 0 || hidden.isEmpty()) {
            return true;
        }
        HiddenRanges ranges = ranges(told);
        return hidden.stream()
                .allMatch(each -> ranges.range(each.cell).width() >= each.width - ROUNDING);
    }

    private HiddenRanges ranges(List<Figure> told) {
        int[] answers = people.stream().mapToInt(own -> Math.toIntExact(own.n())).toArray();
        return HiddenRanges.of(LARGEST_ANSWER, told, answers);
    }

    /** The sums of answers coded 0, 1, 2 that agree with what is told of n answers. */
    private static Interval sums(PublishedScore told, long n) {
        double step = n < PublishedScore.ROUNDED_TO_FIVE_BELOW ? 5 : 1;
        Interval points =
                switch (told) {
                    case PublishedScore.Band(int low, int high) -> new Interval(low, high);
                    case PublishedScore.Rounded(int at, int _, int _) ->
                            new Interval(
                                    Math.max(-100, at - step / 2), Math.min(100, at + step / 2));
                };
        return new Interval((points.low() / 100 + 1) * n, (points.high() / 100 + 1) * n);
    }

    private NetScore score(Set<Integer> cell) {
        return cell.stream().map(people::get).reduce(NetScore::plus).orElseThrow();
    }

    private Contribution contribution(Set<Integer> cell) {
        long answers = cell.stream().mapToLong(column -> people.get(column).n()).sum();
        long most = cell.stream().mapToLong(column -> people.get(column).n()).max().orElse(0);
        return new Contribution(answers, cell.size(), most);
    }

    private static int[] columns(Set<Integer> cell) {
        return cell.stream().mapToInt(Integer::intValue).toArray();
    }
}
