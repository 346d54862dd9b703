package io.kollega.demo;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/** The history of the demo company, told day by day, so that never much of it is held at once. */
final class DemoHistory {
    private final Company company;
    private final Chance chance;

    DemoHistory(Company company, Chance chance) {
        this.company = company;
        this.chance = chance;
    }

    /**
     * Tells so many requests, in the order in which they were submitted, and a few of the cast's.
     *
     * @param batch how many are handed over at once, at least
     */
    void tell(int requests, int batch, Consumer<List<Told>> listener) {
        Demand demand = new Demand(company);
        Storyteller teller = new Storyteller(company, new Jury(company, chance.own()));
        List<Told> told = new ArrayList<>(batch);
        int number = 0;
        for (Map.Entry<LocalDate, Integer> day : demand.days(requests).entrySet()) {
            Chance today = chance.own();
            for (Instant at : demand.instants(day.getKey(), day.getValue(), today)) {
                Chance own = today.own();
                told.add(teller.tell(Integer.toString(++number), demand.at(at, own), own));
            }
            if (told.size() >= batch) {
                listener.accept(told);
                told = new ArrayList<>(batch);
            }
        }
        told.addAll(new Scenes(company, teller, demand).all(chance.own()));
        listener.accept(told);
    }
}
