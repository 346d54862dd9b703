package kollega.measurement.silence;

import java.util.List;
import java.util.Map;
import kollega.measurement.Argument;

/**
 * One trait by which answers are weighted: how many of those asked are of each kind, and of which
 * kind each answer is.
 *
 * @param name the trait's name, for messages
 * @param totals how many people asked are of each kind, each above 0
 * @param kinds for each answer, in the same order in all margins, its kind: a key of the totals
 */
public record Margin(String name, Map<String, Double> totals, List<String> kinds) {

    public Margin {
        totals = Map.copyOf(totals);
        kinds = List.copyOf(kinds);
        totals.forEach((kind, total) -> Argument.positive("totals of " + kind, total));
        for (int i = 0; i < kinds.size(); i++) {
            Argument.require(
                    totals.containsKey(kinds.get(i)),
                    "kinds[" + i + "]",
                    kinds.get(i),
                    "one of " + totals.keySet().stream().sorted().toList());
        }
    }

    double population() {
        return totals.values().stream().mapToDouble(Double::doubleValue).sum();
    }
}
