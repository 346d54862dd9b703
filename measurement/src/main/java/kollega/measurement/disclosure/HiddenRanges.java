package kollega.measurement.disclosure;

import static kollega.measurement.Argument.atLeast;
import static kollega.measurement.Argument.positive;
import static kollega.measurement.Argument.share;
import static kollega.measurement.Argument.within;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import kollega.measurement.Argument;
import kollega.measurement.Interval;
import org.hipparchus.exception.MathIllegalStateException;
import org.hipparchus.optim.linear.LinearConstraint;
import org.hipparchus.optim.linear.LinearConstraintSet;
import org.hipparchus.optim.linear.LinearObjectiveFunction;
import org.hipparchus.optim.linear.NonNegativeConstraint;
import org.hipparchus.optim.linear.Relationship;
import org.hipparchus.optim.linear.SimplexSolver;
import org.hipparchus.optim.nonlinear.scalar.GoalType;

/**
 * How closely readers can bound a hidden sum when they know the published sums and that every
 * answer lies between 0 and a largest one: the least and the greatest sum that agree with both, by
 * linear programs (the attacker's problems of Fischetti and Salazar-Gonzalez 2001, Solving the cell
 * suppression problem on tabular data with linear constraints, Management Science 47).
 *
 * <p>Columns that no figure tells apart are one variable, so the programs grow with the number of
 * figures, not of people. Made for up to some hundred figures.
 */
public final class HiddenRanges {

    /**
     * A published sum.
     *
     * @param columns the columns it covers
     * @param sum what readers know of it; low equals high where it is published unrounded
     */
    public record Figure(Set<Integer> columns, Interval sum) {
        public Figure {
            columns = Set.copyOf(columns);
        }
    }

    private final int[] people;
    private final double largestAnswer;
    private final List<Figure> figures;

    private HiddenRanges(int[] people, double largestAnswer, List<Figure> figures) {
        this.people = people;
        this.largestAnswer = largestAnswer;
        this.figures = figures;
    }

    /**
     * What readers know.
     *
     * @param largestAnswer the largest possible answer, such as 10; the least is 0
     * @param figures what is published
     * @param people number of people in each column, each at least 1
     * @throws IllegalArgumentException if a figure names a column that does not exist
     */
    public static HiddenRanges of(double largestAnswer, List<Figure> figures, int... people) {
        positive("largestAnswer", largestAnswer);
        for (int column = 0; column < people.length; column++) {
            atLeast("people[" + column + "]", 1, people[column]);
        }
        for (Figure figure : figures) {
            figure.columns.forEach(column -> within("column", 0, people.length - 1, column));
        }
        return new HiddenRanges(people.clone(), largestAnswer, List.copyOf(figures));
    }

    /**
     * The range of the sum over a hidden cell.
     *
     * @param cell the columns of the cell
     * @throws IllegalArgumentException if no answers at all agree with the published sums
     */
    public Interval range(Set<Integer> cell) {
        cell.forEach(column -> within("column", 0, people.length - 1, column));
        Collection<Variable> variables = variables(cell);
        double[] inCell = new double[variables.size()];
        List<LinearConstraint> constraints = new ArrayList<>();
        int number = 0;
        for (Variable variable : variables) {
            inCell[number] = variable.pattern.get(figures.size()) ? 1 : 0;
            double[] alone = new double[variables.size()];
            alone[number++] = 1;
            constraints.add(
                    new LinearConstraint(alone, Relationship.LEQ, variable.people * largestAnswer));
        }
        for (int figure = 0; figure < figures.size(); figure++) {
            constrain(figure, variables, constraints);
        }
        double low = optimum(inCell, constraints, GoalType.MINIMIZE);
        return new Interval(low, Math.max(low, optimum(inCell, constraints, GoalType.MAXIMIZE)));
    }

    /**
     * Whether a hidden cell stays uncertain enough: its range must be at least so large a share of
     * all sums its people could have given.
     *
     * @param share from 0 to 1; 0.5 is usual
     */
    public Verdict judge(Set<Integer> cell, double share) {
        share("share", share);
        cell.forEach(column -> within("column", 0, people.length - 1, column));
        int size = cell.stream().mapToInt(column -> people[column]).sum();
        Argument.atLeast("number of people in the cell", 1, size);
        return range(cell).width() >= share * largestAnswer * size * (1 - 1e-9)
                ? Verdict.SHOWN
                : Verdict.withheld(new Reason.CouldBeNarrowedDown(share));
    }

    /** Columns that the same figures cover, and that are all in the cell or all outside. */
    private static final class Variable {
        private final BitSet pattern;
        private int people;

        Variable(BitSet pattern) {
            this.pattern = pattern;
        }
    }

    private Collection<Variable> variables(Set<Integer> cell) {
        Map<BitSet, Variable> variables = new LinkedHashMap<>();
        for (int column = 0; column < people.length; column++) {
            BitSet pattern = new BitSet();
            for (int figure = 0; figure < figures.size(); figure++) {
                pattern.set(figure, figures.get(figure).columns.contains(column));
            }
            pattern.set(figures.size(), cell.contains(column));
            if (!pattern.isEmpty()) {
                variables.computeIfAbsent(pattern, Variable::new).people += people[column];
            }
        }
        return variables.values();
    }

    private void constrain(
            int figure, Collection<Variable> variables, List<LinearConstraint> constraints) {
        double[] covered =
                variables.stream().mapToDouble(v -> v.pattern.get(figure) ? 1 : 0).toArray();
        Interval sum = figures.get(figure).sum;
        if (sum.width() == 0) {
            constraints.add(new LinearConstraint(covered, Relationship.EQ, sum.low()));
        } else {
            constraints.add(new LinearConstraint(covered, Relationship.GEQ, sum.low()));
            constraints.add(new LinearConstraint(covered, Relationship.LEQ, sum.high()));
        }
    }

    private static double optimum(
            double[] inCell, List<LinearConstraint> constraints, GoalType goal) {
        try {
            return new SimplexSolver()
                    .optimize(
                            new LinearObjectiveFunction(inCell, 0),
                            new LinearConstraintSet(constraints),
                            goal,
                            new NonNegativeConstraint(true))
                    .getValue();
        } catch (MathIllegalStateException e) {
            throw new IllegalArgumentException(
                    "figures contradict each other: no answers agree with all published sums", e);
        }
    }
}
