package io.kollega.demo;

import io.kollega.catalog.Catalog;
import io.kollega.catalog.OfferedService;
import io.kollega.catalog.ServiceId;
import io.kollega.insights.Cells;
import io.kollega.insights.Measure;
import io.kollega.insights.Observation;
import io.kollega.insights.Observations;
import io.kollega.organization.Organization;
import io.kollega.organization.Person;
import io.kollega.organization.Unit;
import io.kollega.organization.UnitId;
import io.kollega.shell.Pages;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.function.LongConsumer;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

/**
 * Ratings of the last three years beside those of the demo company, by its people of its units'
 * services: as many as somebody wants, to see what figures cost. They have no requests. The same
 * number is the same rating every time, and counting goes on from what is there.
 */
@Component
public final class MadeUpRatings {
    private static final long SEED = 3_141_592_653_589_793L;
    private static final String SOURCE = "made-up:";
    private static final int SET = 25_000;
    private static final int YEARS = 3;

    /** Every so many sets they are folded, so that no fold takes long. */
    private static final int FOLD_EVERY = 4;

    private final Organization organization;
    private final Catalog catalog;
    private final Observations observations;
    private final Cells cells;
    private final TransactionOperations transactions;
    private final List<Pages.Surroundings> surroundings;

    MadeUpRatings(
            Organization organization,
            Catalog catalog,
            Observations observations,
            Cells cells,
            TransactionOperations transactions,
            List<Pages.Surroundings> surroundings) {
        this.organization = organization;
        this.catalog = catalog;
        this.observations = observations;
        this.cells = cells;
        this.transactions = transactions;
        this.surroundings = surroundings;
    }

    /** A unit that serves, and how well: the mean of its scores. */
    private record Served(UnitId unit, List<ServiceId> services, double level) {}

    /** A unit that asks, with the keys of its people. */
    private record Asking(UnitId unit, long[] people) {}

    /** Whether this is a demo company at all. */
    public boolean welcome() {
        return surroundings.stream().anyMatch(Pages.Surroundings::demo);
    }

    /**
     * Adds ratings, set by set, each set with all that belongs to it or not at all.
     *
     * @param progress hears after each set how many there are now
     */
    public void add(long count, LongConsumer progress) {
        List<Asking> clients = clients();
        List<Served> providers = providers();
        LocalDate today = organization.today();
        long first = observations.count(SOURCE);
        long end = first + count;
        int sets = 0;
        for (long from = first; from < end; from += SET) {
            List<Observation> set = new ArrayList<>();
            for (long number = from; number < Math.min(end, from + SET); number++) {
                set.addAll(rating(number, clients, providers, today));
            }
            transactions.executeWithoutResult(_ -> observations.bring(set));
            if (++sets % FOLD_EVERY == 0) {
                cells.fold();
            }
            progress.accept(Math.min(end, from + SET));
        }
        cells.fold();
    }

    private static List<Observation> rating(
            long number, List<Asking> clients, List<Served> providers, LocalDate today) {
        SplittableRandom random = new SplittableRandom(SEED + number);
        Asking client = clients.get(random.nextInt(clients.size()));
        Served provider = providers.get(random.nextInt(providers.size()));
        while (provider.unit.equals(client.unit)) {
            provider = providers.get(random.nextInt(providers.size()));
        }
        ServiceId service = provider.services.get(random.nextInt(provider.services.size()));
        LocalDate day = today.minusDays(random.nextInt(YEARS * 365));
        long rater = client.people[random.nextInt(client.people.length)];
        int score = Math.clamp(Math.round(random.nextGaussian(provider.level, 2.2)), 0, 10);
        List<Observation> seen = new ArrayList<>();
        seen.add(
                new Observation(
                        SOURCE + number,
                        Measure.NPS,
                        client.unit,
                        provider.unit,
                        service,
                        day,
                        score,
                        rater));
        // One in four also says how easy it was.
        if (number % 4 == 0) {
            seen.add(
                    new Observation(
                            SOURCE + number,
                            Measure.EASE,
                            client.unit,
                            provider.unit,
                            service,
                            day,
                            Math.clamp((score - 1L) / 3, 0, 3),
                            rater));
        }
        return seen;
    }

    private List<Asking> clients() {
        Map<UnitId, List<Long>> people = new HashMap<>();
        for (Person person : organization.everyone(organization.today())) {
            people.computeIfAbsent(person.unit(), _ -> new ArrayList<>())
                    .add(observations.raterKey(person.id()));
        }
        return people.entrySet().stream()
                .sorted(Map.Entry.comparingByKey())
                .map(unit ->
                        new Asking(
                                unit.getKey(),
                                unit.getValue().stream().mapToLong(Long::longValue).toArray()))
                .toList();
    }

    private List<Served> providers() {
        List<Served> providers = new ArrayList<>();
        organization.units(organization.today()).stream()
                .map(Unit::id)
                .sorted()
                .forEach(unit -> {
                    List<ServiceId> services =
                            catalog.offeredBy(unit).stream().map(OfferedService::id).toList();
                    if (!services.isEmpty()) {
                        double level = new SplittableRandom(SEED ^ unit.value()).nextDouble(6.5, 9);
                        providers.add(new Served(unit, services, level));
                    }
                });
        return providers;
    }
}
