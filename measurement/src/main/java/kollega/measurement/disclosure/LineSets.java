package kollega.measurement.disclosure;

/** Disjoint sets of the lines of a matrix, merged one by one. */
final class LineSets {

    private final int[] parent;

    LineSets(int lines) {
        parent = new int[lines];
        for (int line = 0; line < lines; line++) {
            parent[line] = line;
        }
    }

    int find(int line) {
        int root = line;
        while (parent[root] != root) {
            parent[root] = parent[parent[root]];
            root = parent[root];
        }
        return root;
    }

    void merge(int a, int b) {
        parent[find(a)] = find(b);
    }
}
