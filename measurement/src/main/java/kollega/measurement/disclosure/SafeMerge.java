package kollega.measurement.disclosure;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * The finest grouping of categories that may be shown: categories are merged until each group may
 * be shown by itself. Every category is in a group, so no group follows from the total and the
 * others. Groups are lists of numbers of categories.
 *
 * <p>It looks at one table only; several tables over the same people need a {@link
 * PublicationAuditor}.
 */
public final class SafeMerge {

    private SafeMerge() {}

    /**
     * Merges neighbours only, for categories in an order, such as years of service. There is no
     * grouping with more groups; of those with as many, the one whose largest group is smallest.
     *
     * @param categories who is in each category; nobody is in two
     * @return groups in order; empty if not even all categories together may be shown
     */
    public static List<List<Integer>> neighbours(
            List<RaterTally> categories, PrivacyThreshold rule) {
        int n = categories.size();
        int[] groups = new int[n + 1];
        int[] largest = new int[n + 1];
        int[] cut = new int[n + 1];
        for (int end = 1; end <= n; end++) {
            groups[end] = -1;
            RaterTally group = RaterTally.NONE;
            for (int start = end - 1; start >= 0; start--) {
                group = group.plus(categories.get(start));
                if (groups[start] < 0 || !rule.judge(group.contribution()).isShown()) {
                    continue;
                }
                int size = Math.max(largest[start], group.contribution().raters());
                if (groups[start] + 1 > groups[end]
                        || groups[start] + 1 == groups[end] && size < largest[end]) {
                    groups[end] = groups[start] + 1;
                    largest[end] = size;
                    cut[end] = start;
                }
            }
        }
        List<List<Integer>> result = new ArrayList<>();
        for (int end = n; end > 0 && groups[n] > 0; end = cut[end]) {
            List<Integer> group = new ArrayList<>();
            for (int category = cut[end]; category < end; category++) {
                group.add(category);
            }
            result.addFirst(group);
        }
        return result;
    }

    /**
     * Merges any categories. Those that may be shown stay alone; of the others the largest is
     * joined by the smallest until the group may be shown; what is left over joins the smallest
     * group. So every merged group needs all its members, but for the one that took what was left.
     *
     * @param categories who is in each category; nobody is in two
     * @return groups in the order of their first category; empty if not even all categories
     *     together may be shown
     */
    public static List<List<Integer>> any(List<RaterTally> categories, PrivacyThreshold rule) {
        List<Group> groups = new ArrayList<>();
        List<Group> small = new ArrayList<>();
        for (int category = 0; category < categories.size(); category++) {
            Group alone = new Group(category, categories.get(category));
            (alone.suffices(rule) ? groups : small).add(alone);
        }
        small.sort(Comparator.comparingInt(Group::raters));
        while (!small.isEmpty()) {
            Group merged = small.removeLast();
            while (!merged.suffices(rule) && !small.isEmpty()) {
                merged.add(small.removeFirst());
            }
            if (!merged.suffices(rule)) {
                mergeInto(groups, merged, rule);
                break;
            }
            groups.add(merged);
        }
        return groups.stream()
                .map(group -> group.categories.stream().sorted().toList())
                .sorted(Comparator.comparing(List::getFirst))
                .toList();
    }

    private static void mergeInto(List<Group> groups, Group rest, PrivacyThreshold rule) {
        groups.sort(Comparator.comparingInt(Group::raters));
        while (!rest.suffices(rule) && !groups.isEmpty()) {
            rest.add(groups.removeFirst());
        }
        if (rest.suffices(rule)) {
            groups.add(rest);
        }
    }

    private static final class Group {
        private final List<Integer> categories = new ArrayList<>();
        private RaterTally tally = RaterTally.NONE;

        Group(int category, RaterTally tally) {
            categories.add(category);
            this.tally = tally;
        }

        boolean suffices(PrivacyThreshold rule) {
            return rule.judge(tally.contribution()).isShown();
        }

        int raters() {
            return tally.size();
        }

        void add(Group other) {
            categories.addAll(other.categories);
            tally = tally.plus(other.tally);
        }
    }
}
