package io.kollega.travel;

import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import kollega.measurement.Outcome;
import kollega.measurement.change.KaplanMeier;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Time from submission to solution; only open requests are read one by one. */
@Component
final class Lives {
    private final JdbcClient jdbc;
    private final Clock clock;

    Lives(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** Requests that ended without a solution count as open until they ended. */
    TravelFigures.TimeToSolve timeToSolve(List<LocalDate> months) {
        String[] told = months.stream().map(LocalDate::toString).toArray(String[]::new);
        DurationBins solved = new DurationBins();
        DurationBins unsolved = new DurationBins();
        jdbc.sql(
                        """
                        select solved, bin, sum(n), sum(seconds) from travel.life_cell
                        where month = any (:months::text[]::date[]) group by solved, bin\
                        """)
                .param("months", told)
                .query(row -> {
                    (row.getBoolean(1) ? solved : unsolved)
                            .add(row.getInt(2), row.getLong(3), row.getLong(4));
                });
        long ended = unsolved.n();
        jdbc.sql(
                        """
                        select greatest(extract(epoch from :now - submitted_at), 0)::bigint
                        from travel.way where ended_at is null and month = any (:months::text[]::date[])\
                        """)
                .param("months", told)
                .param("now", OffsetDateTime.ofInstant(clock.instant(), ZoneOffset.UTC))
                .query(row -> {
                    long seconds = row.getLong(1);
                    unsolved.add(DurationBins.of(seconds), 1, seconds);
                });
        return switch (KaplanMeier.ofGroups(groups(solved, unsolved))) {
            case Outcome.Estimated<KaplanMeier>(KaplanMeier curve) ->
                    told(curve, solved, unsolved.n() - ended, ended);
            case Outcome.NotEnoughData<KaplanMeier>(String reason) ->
                    TravelFigures.TimeToSolve.unknown(reason);
        };
    }

    private static List<KaplanMeier.Group> groups(DurationBins solved, DurationBins unsolved) {
        List<KaplanMeier.Group> groups = new ArrayList<>();
        solved.all().forEach(bin -> groups.add(new KaplanMeier.Group(bin.seconds(), bin.n(), 0)));
        unsolved.all().forEach(bin -> groups.add(new KaplanMeier.Group(bin.seconds(), 0, bin.n())));
        return groups;
    }

    /** A curve of few requests would show each of them. */
    private static TravelFigures.TimeToSolve told(
            KaplanMeier curve, DurationBins solved, long open, long ended) {
        boolean few = curve.n() < Told.FEW;
        return new TravelFigures.TimeToSolve(
                curve.n(),
                open,
                ended,
                few && solved.alike(),
                curve.quantile(0.5),
                few ? null : curve.quantileInterval(0.5, 0.95),
                curve.quantile(0.9),
                few
                        ? List.of()
                        : curve.steps().stream()
                                .map(step -> new double[] {step.time(), step.survival()})
                                .toList());
    }
}
