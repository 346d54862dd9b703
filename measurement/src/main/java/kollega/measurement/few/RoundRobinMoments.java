package kollega.measurement.few;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import kollega.measurement.Outcome;
import kollega.measurement.few.RoundRobin.Cell;
import org.hipparchus.linear.Array2DRowRealMatrix;
import org.hipparchus.linear.LUDecomposition;
import org.hipparchus.linear.RealMatrix;

/**
 * The estimates of {@link RoundRobin} for any pattern of cells.
 *
 * <p>X is the design (mean, actors, partners), G the inverse of X'X under the constraints that
 * actors and partners add up to 0, M = I - XGX' takes the residuals g = My, and S swaps each cell
 * with its opposite, leaving out cells without one. With relation variance s and covariance c the
 * noise is sI + cS, so
 *
 * <pre>
 * E g'g  = s tr(M)  + c tr(MS)
 * E g'Sg = s tr(MS) + c tr(MSMS)
 * noise of the effects has covariance s GX'XG + c GX'SXG
 * </pre>
 *
 * <p>All traces are those of matrices of the size of X'X.
 */
final class RoundRobinMoments {

    private RoundRobinMoments() {}

    static Outcome<RoundRobin> of(int n, List<Cell> cells, int[][] index) {
        int size = 2 * n + 1;
        double[][] xx = new double[size][size];
        double[][] xsx = new double[size][size];
        double[][] xssx = new double[size][size];
        double[] xy = new double[size];
        int paired = 0;
        for (Cell cell : cells) {
            int[] row = columns(n, cell.from(), cell.to());
            add(xx, row, row);
            for (int column : row) {
                xy[column] += cell.value();
            }
            if (index[cell.to()][cell.from()] >= 0) {
                add(xsx, row, columns(n, cell.to(), cell.from()));
                add(xssx, row, row);
                paired++;
            }
        }
        double[][] constrained = Arrays.stream(xx).map(double[]::clone).toArray(double[][]::new);
        for (int i = 0; i < n; i++) {
            for (int j = 0; j < n; j++) {
                constrained[1 + i][1 + j]++;
                constrained[1 + n + i][1 + n + j]++;
            }
        }
        var solver = new LUDecomposition(new Array2DRowRealMatrix(constrained), 1e-9).getSolver();
        if (!solver.isNonSingular()) {
            return Outcome.notEnoughData(
                    ("The %d cells that exist among %d units do not connect all of them, so leniency"
                                    + " can't be told from quality.")
                            .formatted(cells.size(), n));
        }
        RealMatrix g = solver.getInverse();
        double[] effects = g.operate(xy);
        RealMatrix gs = g.multiply(new Array2DRowRealMatrix(xsx, false));
        double freedom = cells.size() - (2 * n - 1);
        double trMs = -gs.getTrace();
        double trMsms =
                paired
                        - 2 * g.multiply(new Array2DRowRealMatrix(xssx, false)).getTrace()
                        + gs.multiply(gs).getTrace();
        double determinant = freedom * trMsms - trMs * trMs;
        if (determinant <= 1e-9 * freedom * freedom) {
            return Outcome.notEnoughData(
                    "Too few of the %d cells exist both ways to tell relations from chance."
                            .formatted(cells.size()));
        }
        List<Cell> relations = relations(n, cells, effects);
        double squares = 0;
        double products = 0;
        for (Cell relation : relations) {
            squares += relation.value() * relation.value();
            int opposite = index[relation.to()][relation.from()];
            products += opposite < 0 ? 0 : relation.value() * relations.get(opposite).value();
        }
        double variance = (squares * trMsms - products * trMs) / determinant;
        double covariance = (products * freedom - squares * trMs) / determinant;
        RealMatrix noise =
                g.multiply(new Array2DRowRealMatrix(xx, false))
                        .multiply(g)
                        .scalarMultiply(variance)
                        .add(gs.multiply(g).scalarMultiply(covariance));
        double actor = 0;
        double partner = 0;
        double both = 0;
        for (int i = 1; i <= n; i++) {
            actor += effects[i] * effects[i] - noise.getEntry(i, i);
            partner += effects[n + i] * effects[n + i] - noise.getEntry(n + i, n + i);
            both += effects[i] * effects[n + i] - noise.getEntry(i, n + i);
        }
        return Outcome.estimated(
                new RoundRobin(
                        effects[0],
                        part(effects, 1, n),
                        part(effects, 1 + n, n),
                        actor / (n - 1),
                        partner / (n - 1),
                        both / (n - 1),
                        variance,
                        covariance,
                        n * (n - 1) - cells.size(),
                        relations));
    }

    private static int[] columns(int n, int from, int to) {
        return new int[] {0, 1 + from, 1 + n + to};
    }

    private static void add(double[][] matrix, int[] rows, int[] columns) {
        for (int row : rows) {
            for (int column : columns) {
                matrix[row][column]++;
            }
        }
    }

    private static List<Cell> relations(int n, List<Cell> cells, double[] effects) {
        List<Cell> relations = new ArrayList<>();
        for (Cell cell : cells) {
            double expected = 0;
            for (int column : columns(n, cell.from(), cell.to())) {
                expected += effects[column];
            }
            relations.add(new Cell(cell.from(), cell.to(), cell.value() - expected));
        }
        return relations;
    }

    private static List<Double> part(double[] effects, int from, int length) {
        return Arrays.stream(effects, from, from + length).boxed().toList();
    }
}
