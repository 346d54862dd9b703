package io.kollega.insights;

import io.kollega.organization.UnitId;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Supplier;
import kollega.measurement.disclosure.Reason;
import org.jspecify.annotations.Nullable;

/**
 * Unit against unit in one measure over one period: rows ask, columns serve. Holds only what may
 * leave the module; a pair without answers has no cell.
 */
public final class UnitMatrix {
    private final Measure measure;
    private final Period period;
    private final Map<Pair, Cell> cells;
    private final Map<UnitId, Figure> clients;
    private final Map<UnitId, Figure> providers;
    private final Figure company;
    private final Supplier<Fairness> fairness;

    UnitMatrix(
            Measure measure,
            Period period,
            Map<Pair, Cell> cells,
            Map<UnitId, Figure> clients,
            Map<UnitId, Figure> providers,
            Figure company,
            Supplier<Fairness> fairness) {
        this.measure = measure;
        this.period = period;
        this.cells = cells;
        this.clients = clients;
        this.providers = providers;
        this.company = company;
        this.fairness = fairness;
    }

    /**
     * One cell.
     *
     * @param from the first month in which something of it was taken in
     * @param to the last such month; both lie within the period
     */
    public record Cell(
            UnitId client,
            UnitId provider,
            Figure figure,
            @Nullable YearMonth from,
            @Nullable YearMonth to) {}

    public Measure measure() {
        return measure;
    }

    public Period period() {
        return period;
    }

    public List<Cell> cells() {
        return List.copyOf(cells.values());
    }

    public Optional<Cell> cell(UnitId client, UnitId provider) {
        return Optional.ofNullable(cells.get(new Pair(client, provider)));
    }

    /** How many figures it holds. */
    int size() {
        return 1 + cells.size() + clients.size() + providers.size();
    }

    /** What a unit says of all that serve it; empty without answers. */
    public Optional<Figure> asClient(UnitId unit) {
        return Optional.ofNullable(clients.get(unit));
    }

    /** What all say of a unit that serves them; empty without answers. */
    public Optional<Figure> asProvider(UnitId unit) {
        return Optional.ofNullable(providers.get(unit));
    }

    public Figure company() {
        return company;
    }

    /** The figure of a subject; withheld for want of answers where there are none. */
    public Figure figure(Subject subject) {
        Optional<Figure> found =
                switch (subject) {
                    case Subject.Company() -> Optional.of(company);
                    case Subject.Client(var unit) -> asClient(unit);
                    case Subject.Provider(var unit) -> asProvider(unit);
                    case Subject.Between(var client, var provider) ->
                            cell(client, provider).map(Cell::figure);
                };
        return found.orElse(new Figure.Withheld(new Reason.NoAnswers()));
    }

    /** Every unit that asked or served. */
    public Set<UnitId> units() {
        Set<UnitId> units = new TreeSet<>(clients.keySet());
        units.addAll(providers.keySet());
        return units;
    }

    /** The company's mean if all clients were equally strict; empty where it can't be told. */
    Optional<Double> fairLevel() {
        return fairness.get().level();
    }

    /** The same cells with strict and lenient clients allowed for; empty where it can't be told. */
    public Optional<Fairness.Fair> fair(UnitId client, UnitId provider) {
        return cell(client, provider)
                .filter(cell -> cell.figure() instanceof Figure.Published)
                .flatMap(_ -> fairness.get().of(new Pair(client, provider)));
    }
}
