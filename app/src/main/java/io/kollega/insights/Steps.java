package io.kollega.insights;

import java.sql.Date;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.Map;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Takes in what waits, in steps: all that waits of a pair in a measure at once, as soon as it comes
 * from enough people of whom none gave too much. Steps have nothing in common, and everything that
 * is shown is a sum of them; so no two published states, and no sum or difference of published
 * figures, differ by what fewer people said than a step holds.
 *
 * <p>What has waited for {@link #PATIENCE} is taken in together with that of other clients of the
 * same provider, and failing that with that of the whole company. It then counts in their totals
 * and in no pair.
 *
 * <p>Every statement must run under the lock of the fold.
 */
@Component
final class Steps {
    /** What comes so slowly that a pair is not worth waiting for. */
    static final int PATIENCE_MONTHS = 12;

    private final JdbcClient jdbc;
    private final int fewestPeople;
    private final double largestShare;

    @Autowired
    Steps(JdbcClient jdbc) {
        this(jdbc, Publications.RULE.raters(), Publications.RULE.largestShare());
    }

    /** Steps of fewer people would give them away; for tests that show it. */
    Steps(JdbcClient jdbc, int fewestPeople, double largestShare) {
        this.jdbc = jdbc;
        this.fewestPeople = fewestPeople;
        this.largestShare = largestShare;
    }

    /** When and where something is taken in. */
    record Moment(java.time.Instant at, YearMonth month, long generation) {}

    /**
     * Takes in what waits of these pairs, counted in the moment's month.
     *
     * @return how many values were taken in
     */
    int takePairs(PairKeys keys, Moment moment) {
        return takePairs(keys, moment, LocalDate.of(9999, 12, 31));
    }

    /**
     * Takes in what waits of these pairs as it would have been taken in back then: month by month
     * up to the moment's.
     *
     * @return how many values were taken in
     */
    int takeHistory(PairKeys keys, Moment moment) {
        // Of what has just come in, PostgreSQL knows nothing yet and would read it all again and
        // again.
        jdbc.sql("analyze insights.observation").update();
        int taken = 0;
        for (YearMonth month = firstWaiting(keys); month.isBefore(moment.month); ) {
            YearMonth next = month.plusMonths(1);
            Moment then = new Moment(moment.at, month, moment.generation);
            taken += takePairs(keys, then, next.atDay(1));
            month = next;
        }
        return taken + takePairs(keys, moment);
    }

    private int takePairs(PairKeys keys, Moment moment, LocalDate before) {
        return jdbc.sql(StepStatements.Reach.PAIRS.take())
                .params(keys.parameters())
                .params(parameters(moment, before))
                .query(Integer.class)
                .single();
    }

    /** Notes of which of these pairs something waits, so that pages can say so. */
    void noteWaiting(PairKeys keys, long generation) {
        jdbc.sql(StepStatements.NOTE)
                .params(keys.parameters())
                .param("people", fewestPeople)
                .param("generation", generation)
                .update();
    }

    /** Gives a number to everybody of whom something waits in these pairs. */
    void number(PairKeys keys) {
        jdbc.sql(StepStatements.NUMBER_PAIRS).params(keys.parameters()).update();
    }

    /** Gives a number to everybody of whom something waits. */
    void number() {
        jdbc.sql(StepStatements.NUMBER_ALL).update();
    }

    /** Takes in together what has waited long enough at the end of the moment's month. */
    int takeTogether(Moment moment) {
        return takeTogether(moment, moment.month.minusMonths(PATIENCE_MONTHS - 1L).atDay(1));
    }

    /** The same for every month from when the first thing began to wait. */
    int takeTogetherSince(Moment moment) {
        int taken = 0;
        YearMonth month = firstWaiting().plusMonths(PATIENCE_MONTHS - 1L);
        for (; month.isBefore(moment.month); month = month.plusMonths(1)) {
            taken += takeTogether(new Moment(moment.at, month, moment.generation));
        }
        return taken + takeTogether(moment);
    }

    private int takeTogether(Moment moment, LocalDate before) {
        return jdbc.sql(StepStatements.Reach.PROVIDERS.take())
                        .params(parameters(moment, before))
                        .query(Integer.class)
                        .single()
                + jdbc.sql(StepStatements.Reach.COMPANY.take())
                        .params(parameters(moment, before))
                        .query(Integer.class)
                        .single();
    }

    /** Forgets of pairs of which nothing waits any more that something did. */
    void forgetWaiting() {
        jdbc.sql(
                        """
                        delete from insights.waiting as w
                         where not exists (
                             select from insights.observation as o
                              where o.measure = w.measure and o.client = w.client
                                and o.provider = w.provider and o.step is null)
                        """)
                .update();
    }

    /** The month of what has waited longest; one that never comes if nothing waits. */
    private YearMonth firstWaiting() {
        return YearMonth.from(jdbc.sql(StepStatements.FIRST_DAY).query(LocalDate.class).single());
    }

    private YearMonth firstWaiting(PairKeys keys) {
        return YearMonth.from(
                jdbc.sql(StepStatements.FIRST_DAY_OF_PAIRS)
                        .params(keys.parameters())
                        .query(LocalDate.class)
                        .single());
    }

    private Map<String, Object> parameters(Moment moment, LocalDate before) {
        return Map.of(
                "before",
                Date.valueOf(before),
                "month",
                Date.valueOf(moment.month.atDay(1)),
                "at",
                moment.at.atOffset(ZoneOffset.UTC),
                "generation",
                moment.generation,
                "people",
                fewestPeople,
                "share",
                largestShare,
                "opinions",
                Arrays.stream(Measure.values())
                        .filter(Measure::rated)
                        .map(Measure::slug)
                        .toArray(String[]::new));
    }
}
