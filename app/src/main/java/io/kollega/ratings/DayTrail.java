package io.kollega.ratings;

import io.kollega.audit.Audit;
import io.kollega.organization.Organization;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

/**
 * Tells the audit trail which requests were rated, when the day is over: the request and the day,
 * once, in the order of the requests. A line written with the rating would tell by its time or its
 * neighbours who rated, and before the reveal that somebody did.
 */
@Component
class DayTrail {
    private final Rateables rateables;
    private final Organization organization;
    private final Audit audit;
    private final TransactionOperations transactions;

    DayTrail(
            Rateables rateables,
            Organization organization,
            Audit audit,
            TransactionOperations transactions) {
        this.rateables = rateables;
        this.organization = organization;
        this.audit = audit;
        this.transactions = transactions;
    }

    @Scheduled(initialDelay = 1, fixedDelay = 15, timeUnit = TimeUnit.MINUTES)
    void tell() {
        ZoneId zone = organization.zone();
        transactions.executeWithoutResult(_ -> {
            Map<LocalDate, List<Audit.Line>> days =
                    rateables.tell(organization.today(), zone).stream()
                            .collect(
                                    Collectors.groupingBy(
                                            Rateables.Told::day,
                                            TreeMap::new,
                                            Collectors.mapping(
                                                    DayTrail::line, Collectors.toList())));
            days.forEach((day, lines) -> audit.recordOfDay(day, zone, "ratings.revealed", lines));
        });
    }

    private static Audit.Line line(Rateables.Told told) {
        return new Audit.Line("request:" + told.request().value(), Map.of());
    }
}
