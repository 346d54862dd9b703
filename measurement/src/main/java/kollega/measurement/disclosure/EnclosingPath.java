package kollega.measurement.disclosure;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;

/**
 * The cheapest chain of publishable cells that joins two lines of a matrix (Dijkstra 1959). A cell
 * already hidden costs nothing; another costs 1 and up to 1 more by its share of the answers.
 */
final class EnclosingPath {

    private final RatingMatrix matrix;
    private final WithheldCells cells;
    private final List<List<Integer>> publishableAt = new ArrayList<>();
    private final double[] distance;
    private final int[] arrivedBy;

    private record Reached(int node, double distance) {}

    EnclosingPath(RatingMatrix matrix, WithheldCells cells) {
        this.matrix = matrix;
        this.cells = cells;
        this.distance = new double[cells.nodes()];
        this.arrivedBy = new int[cells.nodes()];
        for (int node = 0; node < cells.nodes(); node++) {
            publishableAt.add(new ArrayList<>());
        }
        for (int cell = 0; cell < matrix.entries().size(); cell++) {
            if (cells.isPublishable(cell)) {
                publishableAt.get(cells.rowNode(cell)).add(cell);
                publishableAt.get(cells.columnNode(cell)).add(cell);
            }
        }
    }

    /** The cells of the path that are not yet hidden; empty if there is no path. */
    List<Integer> between(int source, int sink) {
        Arrays.fill(distance, Double.POSITIVE_INFINITY);
        distance[source] = 0;
        PriorityQueue<Reached> ahead =
                new PriorityQueue<>(
                        Comparator.comparingDouble(Reached::distance)
                                .thenComparingInt(Reached::node));
        ahead.add(new Reached(source, 0));
        for (Reached next = ahead.poll(); next != null; next = ahead.poll()) {
            if (next.node == sink) {
                break;
            }
            if (next.distance == distance[next.node]) {
                relax(next.node, ahead);
            }
        }
        List<Integer> path = new ArrayList<>();
        if (distance[sink] < Double.POSITIVE_INFINITY) {
            for (int node = sink; node != source; node = across(arrivedBy[node], node)) {
                if (!cells.isHidden(arrivedBy[node])) {
                    path.add(arrivedBy[node]);
                }
            }
        }
        return path;
    }

    private void relax(int node, PriorityQueue<Reached> ahead) {
        for (int cell : publishableAt.get(node)) {
            int next = across(cell, node);
            double reached = distance[node] + cost(cell);
            if (reached < distance[next]) {
                distance[next] = reached;
                arrivedBy[next] = cell;
                ahead.add(new Reached(next, reached));
            }
        }
    }

    private double cost(int cell) {
        Contribution own = matrix.entries().get(cell).contribution();
        return cells.isHidden(cell) ? 0 : 1 + (double) own.answers() / matrix.total().answers();
    }

    private int across(int cell, int node) {
        int row = cells.rowNode(cell);
        return row == node ? cells.columnNode(cell) : row;
    }
}
