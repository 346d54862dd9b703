package io.kollega.demo;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** When requests come, from whom and to whom: by season, day of the week and hour. */
final class Demand {
    private static final double JUST_ASKED = 0.05;
    private static final double DAY_OFF = 0.02;
    private static final double GROWTH = 0.12;

    private static final double[] MONTHS = {
        0.85, 1.0, 1.08, 1.05, 0.92, 0.95, 0.82, 0.85, 1.05, 1.1, 1.05, 1.18
    };
    private static final double[] WEEK = {1.16, 1.08, 1.02, 0.97, 0.82, 0.8, 0.8};

    /** Shares of the hours of a day from 7 in the morning on. */
    private static final double[] HOURS = {
        0.01, 0.05, 0.14, 0.16, 0.14, 0.10, 0.06, 0.12, 0.11, 0.07, 0.03, 0.01
    };

    private static final int FIRST_HOUR = 7;

    private final Company company;
    private final List<UnitPlan> units;
    private final Map<String, double[]> clients = new HashMap<>();
    private final double[] services;
    private final double[] hours = totals(HOURS);

    Demand(Company company) {
        this.company = company;
        this.units = new ArrayList<>(company.scenery().units());
        this.units.add(company.scenery().former());
        this.services =
                totals(
                        company.scenery().services().stream()
                                .mapToDouble(ServicePlan::weight)
                                .toArray());
        for (UnitPlan provider : units) {
            clients.put(
                    provider.code(),
                    totals(units.stream().mapToDouble(unit -> asks(unit, provider)).toArray()));
        }
    }

    private static double asks(UnitPlan client, UnitPlan provider) {
        return client.code().equals(provider.code())
                ? 0
                : client.people()
                        * client.ask()
                        * provider.clients().getOrDefault(client.code(), 1.0);
    }

    /** How many come on each day, so that they add up. */
    Map<LocalDate, Integer> days(int requests) {
        Timetable times = company.times();
        List<LocalDate> days = times.start().datesUntil(times.today()).toList();
        double[] weights = new double[days.size()];
        for (int i = 0; i < weights.length; i++) {
            weights[i] = weight(days.get(i)) * (1 + GROWTH * i / weights.length);
        }
        double[] totals = totals(weights);
        Map<LocalDate, Integer> counts = new LinkedHashMap<>();
        long before = 0;
        for (int i = 0; i < totals.length; i++) {
            long until = Math.round(requests * totals[i] / totals[totals.length - 1]);
            counts.put(days.get(i), (int) (until - before));
            before = until;
        }
        return counts;
    }

    private double weight(LocalDate day) {
        boolean working = company.times().working(day);
        return MONTHS[day.getMonthValue() - 1]
                * WEEK[day.getDayOfWeek().getValue() - 1]
                * (working ? 1 : DAY_OFF);
    }

    /** The instants of a day at which so many come, in order. */
    List<Instant> instants(LocalDate day, int count, Chance chance) {
        List<Instant> instants = new ArrayList<>(count);
        for (int i = 0; i < count; i++) {
            int hour = FIRST_HOUR + chance.place(hours);
            instants.add(
                    day.atTime(LocalTime.of(hour, 0))
                            .atZone(company.times().hours().zone())
                            .toInstant()
                            .plus(Duration.ofSeconds(chance.whole(0, 3599))));
        }
        instants.sort(null);
        return instants;
    }

    Asking at(Instant at, Chance chance) {
        LocalDate day = company.times().day(at);
        ServicePlan service = company.scenery().services().get(chance.place(services));
        String provider = company.provider(service, day);
        String clientUnit;
        List<Colleague> people;
        do {
            clientUnit = units.get(chance.place(clientsOf(provider))).code();
            people = company.members(clientUnit, day);
        } while (people.isEmpty() || !company.exists(clientUnit, day));
        Colleague client = people.get(chance.place(asking(people)));
        boolean justAsked = chance.happens(JUST_ASKED);
        return new Asking(at, justAsked ? null : service, provider, client, clientUnit);
    }

    private double[] clientsOf(String provider) {
        return Objects.requireNonNull(clients.get(provider));
    }

    private static double[] asking(List<Colleague> people) {
        return totals(people.stream().mapToDouble(Colleague::asking).toArray());
    }

    private static double[] totals(double[] weights) {
        double[] totals = weights.clone();
        for (int i = 1; i < totals.length; i++) {
            totals[i] += totals[i - 1];
        }
        return totals;
    }
}
