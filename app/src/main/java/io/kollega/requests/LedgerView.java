package io.kollega.requests;

import io.kollega.organization.UnitId;
import io.kollega.promises.Holder;
import io.kollega.promises.Ledger;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * The delay ledger as a bar with its legend. Minutes are rounded so that the lines still sum to the
 * whole, and the parts of the bar meet without a gap.
 */
record LedgerView(Duration whole, List<Part> parts) {
    /** How wide the bar is, in its own units. */
    static final int WIDTH = 1000;

    private static final int COLOURS = 6;

    /**
     * A part of the bar.
     *
     * @param key message key of who had it
     * @param unit the unit that had it; null if it was no unit
     * @param colour the class of its colour
     */
    record Part(
            String key, @Nullable UnitId unit, String colour, Duration time, int from, int width) {}

    static LedgerView of(Ledger ledger) {
        return drawn(new Ledger(ledger.whole(), together(ledger.lines())));
    }

    /** Closed hours are nobody's time, whoever had it in hand then: one line, the last. */
    private static List<Ledger.Line> together(List<Ledger.Line> lines) {
        List<Ledger.Line> together =
                new ArrayList<>(lines.stream().filter(line -> !line.closed()).toList());
        Duration closed =
                lines.stream()
                        .filter(Ledger.Line::closed)
                        .map(Ledger.Line::time)
                        .reduce(Duration.ZERO, Duration::plus);
        if (!closed.isZero()) {
            together.add(new Ledger.Line(new Holder.Scheduled(), true, closed));
        }
        return together;
    }

    private static LedgerView drawn(Ledger ledger) {
        long minutes = ledger.whole().toMinutes();
        long[] shares = shares(ledger, minutes);
        double seconds = Math.max(1, ledger.whole().toSeconds());
        List<Part> parts = new ArrayList<>();
        double passed = 0;
        int units = 0;
        for (int i = 0; i < ledger.lines().size(); i++) {
            Ledger.Line line = ledger.lines().get(i);
            int from = (int) Math.round(WIDTH * passed / seconds);
            passed += line.time().toNanos() / 1e9;
            int to =
                    i == ledger.lines().size() - 1
                            ? WIDTH
                            : (int) Math.round(WIDTH * passed / seconds);
            boolean working = !line.closed() && line.holder() instanceof Holder.OfUnit;
            parts.add(
                    new Part(
                            key(line),
                            line.holder() instanceof Holder.OfUnit(UnitId unit) ? unit : null,
                            "ledger-" + (working ? "unit-" + units++ % COLOURS : colour(line)),
                            Duration.ofMinutes(shares[i]),
                            from,
                            Math.max(0, to - from)));
        }
        return new LedgerView(Duration.ofMinutes(minutes), parts);
    }

    /** Whole minutes of each line, the largest remainders rounded up, so that they sum up. */
    private static long[] shares(Ledger ledger, long minutes) {
        List<Ledger.Line> lines = ledger.lines();
        long[] shares = lines.stream().mapToLong(line -> line.time().toMinutes()).toArray();
        int missing = Math.toIntExact(minutes - java.util.Arrays.stream(shares).sum());
        IntStream.range(0, shares.length)
                .boxed()
                .sorted(
                        Comparator.comparing((Integer i) ->
                                lines.get(i).time().minusMinutes(shares[i]).negated()))
                .limit(missing)
                .toList()
                .forEach(i -> shares[i]++);
        return shares;
    }

    private static String key(Ledger.Line line) {
        return "requests.ledger." + (line.closed() ? "closed" : LedgerApi.slug(line.holder()));
    }

    private static String colour(Ledger.Line line) {
        return line.closed() ? "closed" : LedgerApi.slug(line.holder());
    }
}
