package kollega.measurement.disclosure;

import java.util.Arrays;

/** Maximum flow by shortest augmenting paths (Edmonds and Karp, 1972), stopped at a limit. */
final class MaxFlow {

    private static final int NONE = -1;

    private final int[] firstArc;
    private int[] nextArc = new int[64];
    private int[] target = new int[64];
    private int[] capacity = new int[64];
    private int[] left = capacity;
    private int arcs;
    private final int[] reachedBy;
    private final int[] queue;

    MaxFlow(int nodes) {
        firstArc = new int[nodes];
        reachedBy = new int[nodes];
        queue = new int[nodes];
        Arrays.fill(firstArc, NONE);
    }

    void arc(int from, int to, int units) {
        add(from, to, units);
        add(to, from, 0);
    }

    /** The maximum flow, or {@code limit} if it is that much or more. */
    int upTo(int limit, int source, int sink) {
        left = Arrays.copyOf(capacity, arcs);
        int flow = 0;
        while (flow < limit) {
            int pushed = augment(limit - flow, source, sink);
            if (pushed == 0) {
                break;
            }
            flow += pushed;
        }
        return flow;
    }

    /** Whether a node lay on the source's side of a minimum cut when the flow fell short. */
    boolean isWithSource(int node) {
        return node == queue[0] || reachedBy[node] != NONE;
    }

    private int augment(int most, int source, int sink) {
        search(source, sink);
        if (reachedBy[sink] == NONE) {
            return 0;
        }
        int units = most;
        for (int node = sink; node != source; node = target[reachedBy[node] ^ 1]) {
            units = Math.min(units, left[reachedBy[node]]);
        }
        for (int node = sink; node != source; node = target[reachedBy[node] ^ 1]) {
            left[reachedBy[node]] -= units;
            left[reachedBy[node] ^ 1] += units;
        }
        return units;
    }

    private void search(int source, int sink) {
        Arrays.fill(reachedBy, NONE);
        queue[0] = source;
        int end = 1;
        for (int at = 0; at < end && reachedBy[sink] == NONE; at++) {
            for (int arc = firstArc[queue[at]]; arc != NONE; arc = nextArc[arc]) {
                int next = target[arc];
                if (left[arc] > 0 && next != source && reachedBy[next] == NONE) {
                    reachedBy[next] = arc;
                    queue[end++] = next;
                }
            }
        }
    }

    private void add(int from, int to, int units) {
        if (arcs == target.length) {
            nextArc = Arrays.copyOf(nextArc, 2 * arcs);
            target = Arrays.copyOf(target, 2 * arcs);
            capacity = Arrays.copyOf(capacity, 2 * arcs);
        }
        target[arcs] = to;
        capacity[arcs] = units;
        nextArc[arcs] = firstArc[from];
        firstArc[from] = arcs++;
    }
}
