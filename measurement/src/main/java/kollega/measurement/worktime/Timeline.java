package kollega.measurement.worktime;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * The working time of a stretch of years as disjoint, sorted spans with running totals. All times
 * are seconds since 1970 UTC. Totals count from the first span, so they may only be compared within
 * one timeline.
 */
final class Timeline {

    private final long coveredFrom;
    private final long coveredTo;
    private final long[] starts;
    private final long[] ends;
    private final long[] totals;

    private Timeline(long coveredFrom, long coveredTo, long[] starts, long[] ends) {
        this.coveredFrom = coveredFrom;
        this.coveredTo = coveredTo;
        this.starts = starts;
        this.ends = ends;
        this.totals = new long[starts.length + 1];
        for (int i = 0; i < starts.length; i++) {
            totals[i + 1] = totals[i] + ends[i] - starts[i];
        }
    }

    boolean covers(long from, long to) {
        return coveredFrom <= from && to <= coveredTo;
    }

    long coveredFrom() {
        return coveredFrom;
    }

    long coveredTo() {
        return coveredTo;
    }

    /** Working seconds up to {@code time}: W(t). */
    long total(long time) {
        int last = lastStartUpTo(time);
        return last < 0 ? 0 : totals[last] + Math.min(time, ends[last]) - starts[last];
    }

    /**
     * The earliest time whose total is at least {@code total}, which must be above 0 and reached
     * within the covered years.
     */
    long earliest(long total) {
        int found = Arrays.binarySearch(totals, total);
        int span = found >= 0 ? found - 1 : -found - 2;
        return starts[span] + total - totals[span];
    }

    List<Span> spans(long from, long to) {
        List<Span> spans = new ArrayList<>();
        for (int i = Math.max(0, lastStartUpTo(from)); i < starts.length && starts[i] < to; i++) {
            long start = Math.max(from, starts[i]);
            long end = Math.min(to, ends[i]);
            if (start < end) {
                spans.add(new Span(Instant.ofEpochSecond(start), Instant.ofEpochSecond(end)));
            }
        }
        return List.copyOf(spans);
    }

    private int lastStartUpTo(long time) {
        int found = Arrays.binarySearch(starts, time);
        return found >= 0 ? found : -found - 2;
    }

    /** Collects spans in the order of their starts; those that touch or overlap become one. */
    static final class Builder {
        private long[] starts = new long[512];
        private long[] ends = new long[512];
        private int size;

        void add(long start, long end) {
            if (start >= end) {
                return;
            }
            if (size > 0 && start <= ends[size - 1]) {
                ends[size - 1] = Math.max(ends[size - 1], end);
                return;
            }
            if (size == starts.length) {
                starts = Arrays.copyOf(starts, 2 * size);
                ends = Arrays.copyOf(ends, 2 * size);
            }
            starts[size] = start;
            ends[size++] = end;
        }

        Timeline build(long coveredFrom, long coveredTo) {
            return new Timeline(
                    coveredFrom, coveredTo, Arrays.copyOf(starts, size), Arrays.copyOf(ends, size));
        }
    }
}
