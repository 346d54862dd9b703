package kollega.measurement.disclosure;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The graph of two waves: a node for every atom of either, one for being in no atom, an edge for
 * every person between the atoms of both waves. As in {@link WithheldCells}, what can be worked out
 * of the totals of both concerns the people of a cut, and every cut can be worked out. Atoms of the
 * later wave are merged until every cut that parts the two atoms of someone in both waves, or of
 * anyone where turnover is hidden, has at least k people.
 */
final class TwoWaves<P> {

    private final int k;
    private final boolean hidesTurnover;
    private final int earlier;
    private final int outside;
    private final Map<Edge, Integer> people = new LinkedHashMap<>();
    private final LineSets merged;
    private final int later;

    private record Edge(int from, int to) {}

    /**
     * @param hidesTurnover whether joiners and leavers alone must be k, too, to be told
     */
    TwoWaves(List<Set<P>> earlier, List<Set<P>> later, int k, boolean hidesTurnover) {
        this.k = k;
        this.hidesTurnover = hidesTurnover;
        this.earlier = earlier.size();
        this.later = later.size();
        this.outside = earlier.size() + later.size();
        this.merged = new LineSets(outside + 1);
        Map<P, Integer> before = new HashMap<>();
        for (int atom = 0; atom < earlier.size(); atom++) {
            for (P person : earlier.get(atom)) {
                before.put(person, atom);
            }
        }
        for (int atom = 0; atom < later.size(); atom++) {
            for (P person : later.get(atom)) {
                Integer left = before.remove(person);
                add(left == null ? outside : left, earlier.size() + atom);
            }
        }
        before.values().forEach(atom -> add(atom, outside));
    }

    private void add(int from, int to) {
        people.merge(new Edge(from, to), 1, Integer::sum);
    }

    /** The atoms of the later wave, grouped; none if no grouping is coarse enough. */
    List<List<Integer>> groups() {
        for (Edge moved : people.keySet()) {
            while (counts(moved) && isThin(moved)) {
                if (!mergeAcross(cut(moved))) {
                    return List.of();
                }
            }
        }
        Map<Integer, List<Integer>> groups = new LinkedHashMap<>();
        for (int atom = 0; atom < later; atom++) {
            groups.computeIfAbsent(merged.find(earlier + atom), root -> new ArrayList<>())
                    .add(atom);
        }
        return List.copyOf(groups.values());
    }

    private boolean counts(Edge edge) {
        return hidesTurnover || edge.from != outside && edge.to != outside;
    }

    private boolean isThin(Edge edge) {
        return people.getOrDefault(edge, 0) < k
                && flow().upTo(k, merged.find(edge.from), merged.find(edge.to)) < k;
    }

    private MaxFlow cut(Edge edge) {
        MaxFlow flow = flow();
        flow.upTo(k, merged.find(edge.from), merged.find(edge.to));
        return flow;
    }

    private MaxFlow flow() {
        MaxFlow flow = new MaxFlow(outside + 1);
        people.forEach((edge, count) -> {
            int from = merged.find(edge.from);
            int to = merged.find(edge.to);
            flow.arc(from, to, Math.min(count, k));
            flow.arc(to, from, Math.min(count, k));
        });
        return flow;
    }

    /** Merges two later atoms on either side of a cut, best two that share an earlier atom. */
    private boolean mergeAcross(MaxFlow cut) {
        int best = 0;
        Edge pair = new Edge(outside, outside);
        for (int a = earlier; a < outside; a++) {
            for (int b = earlier; b < outside; b++) {
                if (cut.isWithSource(merged.find(a)) && !cut.isWithSource(merged.find(b))) {
                    int shared = 1 + shared(a, b);
                    if (shared > best) {
                        best = shared;
                        pair = new Edge(a, b);
                    }
                }
            }
        }
        merged.merge(pair.from, pair.to);
        return best > 0;
    }

    private int shared(int a, int b) {
        int shared = 0;
        for (int atom = 0; atom < earlier; atom++) {
            shared +=
                    Math.min(
                            people.getOrDefault(new Edge(atom, a), 0),
                            people.getOrDefault(new Edge(atom, b), 0));
        }
        return shared;
    }
}
