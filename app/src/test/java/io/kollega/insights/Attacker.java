package io.kollega.insights;

import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;

import io.kollega.insights.AttackedCompany.Revealed;
import io.kollega.organization.UnitId;
import java.nio.charset.StandardCharsets;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import kollega.measurement.summary.ScoreHistogram;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.web.servlet.MockMvc;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Reads everything that is published, after every single reveal and at rest, and works out which
 * ratings stand behind each number. It knows when who rated whom, though not what was said.
 *
 * <p>What it can learn is then exact: two ratings that stand behind the very same published numbers
 * can't be told apart by any sum or difference of them, and whatever it can work out is the sum of
 * whole groups of ratings that it can't tell apart. So the smallest such group is the smallest set
 * of people that can be recovered.
 */
final class Attacker {
    private static final JsonMapper JSON = new JsonMapper();

    private final AttackedCompany company;
    private final MockMvc mvc;
    private final List<Revealed> known = new ArrayList<>();
    private final Map<Cell, List<Integer>> waiting = new HashMap<>();
    private final Map<Cell, Map<YearMonth, BitSet>> inside = new HashMap<>();
    private final Map<Measure, Set<BitSet>> published = new HashMap<>();
    private final Map<Measure, Long> companyBefore = new HashMap<>();
    private final List<String> contradictions = new ArrayList<>();

    Attacker(AttackedCompany company, MockMvc mvc) {
        this.company = company;
        this.mvc = mvc;
        for (Measure measure : Measure.values()) {
            companyBefore.put(measure, answers(company(measure)));
        }
    }

    private record Cell(Measure measure, Pair pair) {}

    void hears(Collection<Revealed> revealed) {
        for (Revealed one : revealed) {
            waiting.computeIfAbsent(new Cell(one.measure(), one.pair()), _ -> new ArrayList<>())
                    .add(known.size());
            known.add(one);
        }
    }

    /** Looks at every cell of every measure, and at the company's figure. */
    void look(YearMonth now) {
        for (Measure measure : Measure.values()) {
            Map<Pair, JsonNode> cells = cells(measure, "");
            for (Pair pair : company.pairs()) {
                Cell cell = new Cell(measure, pair);
                notice(cell, answers(cells.get(pair)), now);
                check(cell + " at " + now, measure, set(cell, _ -> true), cells.get(pair));
            }
            BitSet all = union(measure, _ -> true, _ -> true);
            long moved = answers(company(measure)) - companyBefore.getOrDefault(measure, 0L);
            // What others in the company said is not of this attack.
            if (moved != all.cardinality()) {
                contradictions.add(
                        "the company's %s moved by %d, its cells by %d"
                                .formatted(measure, moved, all.cardinality()));
            }
            learn(measure, all);
        }
    }

    /** A cell holds more than before: by so many of those that were waiting, the latest last. */
    private void notice(Cell cell, long answers, YearMonth now) {
        BitSet before = set(cell, _ -> true);
        int more = (int) answers - before.cardinality();
        if (more == 0) {
            return;
        }
        List<Integer> open = waiting.computeIfAbsent(cell, _ -> new ArrayList<>());
        if (more < 0 || more > open.size()) {
            contradictions.add(cell + " holds " + answers + ", which nobody can have said");
            return;
        }
        BitSet month =
                inside.computeIfAbsent(cell, _ -> new HashMap<>())
                        .computeIfAbsent(now, _ -> new BitSet());
        open.subList(0, more).forEach(month::set);
        open.subList(0, more).clear();
    }

    /** Every period of every cell, total, trend, page and file, when nothing moves. */
    void lookAtRest(YearMonth first, YearMonth last) throws Exception {
        for (Measure measure : Measure.values()) {
            for (YearMonth from = first; !from.isAfter(last); from = from.plusMonths(1)) {
                for (YearMonth to = from; !to.isAfter(last); to = to.plusMonths(1)) {
                    Period period = new Period(from, to);
                    Map<Pair, JsonNode> cells = cells(measure, "&from=" + from + "&to=" + to);
                    for (Pair pair : company.pairs()) {
                        BitSet set = set(new Cell(measure, pair), period::contains);
                        check(measure + " " + pair + " " + period, measure, set, cells.get(pair));
                    }
                }
            }
            for (UnitId unit : company.clients()) {
                side(measure, unit, "client", pair -> pair.client().equals(unit));
            }
            for (UnitId unit : company.providers()) {
                side(measure, unit, "provider", pair -> pair.provider().equals(unit));
            }
            side(measure, company.whole(), "client", _ -> false);
            side(measure, company.whole(), "provider", _ -> false);
            file(measure);
        }
    }

    /** A unit's total and its trend, month by month. */
    private void side(Measure measure, UnitId unit, String side, Predicate<Pair> pairs) {
        JsonNode read =
                json(
                        "/api/v1/figures/"
                                + measure.slug()
                                + "?unit="
                                + unit.value()
                                + "&side="
                                + side);
        String what = measure + " of " + side + " " + unit.value();
        check(what, measure, union(measure, pairs, _ -> true), read.get("figure"));
        for (JsonNode point : read.get("points")) {
            if (point.has("withheld")) {
                continue;
            }
            YearMonth month = YearMonth.parse(point.get("from").asString());
            check(what + " in " + month, measure, union(measure, pairs, month::equals), point);
        }
    }

    /** The matrix as a page and as a file say what the cells say, and nothing else. */
    private void file(Measure measure) throws Exception {
        if (!measure.inMatrix()) {
            return;
        }
        String choice = "?measure=" + measure.slug() + "&months=0&top=40";
        String csv = read("/figures/matrix.csv" + choice);
        String page = read("/figures/matrix" + choice);
        for (Pair pair : company.pairs()) {
            int n = set(new Cell(measure, pair), _ -> true).cardinality();
            String link = "cell=" + pair.client().value() + "-" + pair.provider().value() + "\"";
            boolean shown = page.contains(link);
            if (shown != (n > 0) || shown && !page.split(link)[1].contains("<small>" + n + "·")) {
                contradictions.add("the page of " + measure + " shows " + pair + " otherwise");
            }
        }
        for (Pair pair : company.pairs()) {
            int n = set(new Cell(measure, pair), _ -> true).cardinality();
            boolean same =
                    csv.lines()
                            .filter(line -> line.startsWith(company.named(pair)))
                            .allMatch(line ->
                                    n == 0 ? line.contains(";;;;;") : line.contains(";" + n + ";"));
            if (!same) {
                contradictions.add("the file of " + measure + " says otherwise of " + pair);
            }
        }
    }

    /** Whether a number is what the ratings behind it give; then it is one more thing learned. */
    private void check(String what, Measure measure, BitSet set, @Nullable JsonNode figure) {
        if (answers(figure) != set.cardinality()) {
            contradictions.add(
                    what + " counts " + answers(figure) + " instead of " + set.cardinality());
            return;
        }
        if (figure == null || set.isEmpty()) {
            return;
        }
        Told told =
                Told.of(
                        measure,
                        ScoreHistogram.ofScores(
                                set.stream().map(i -> known.get(i).value()).toArray()));
        if (Math.abs(told.value() - figure.get("value").asDouble()) > 1e-9) {
            contradictions.add(what + " is " + figure + " and not of the ratings behind it");
        }
        learn(measure, set);
    }

    private void learn(Measure measure, BitSet set) {
        published.computeIfAbsent(measure, _ -> new LinkedHashSet<>()).add((BitSet) set.clone());
    }

    /** Numbers that do not come from the ratings they should come from. */
    List<String> contradictions() {
        return contradictions;
    }

    /** Groups of ratings that can't be told apart any further. */
    private Map<Measure, List<List<Revealed>>> groups() {
        Map<Measure, List<List<Revealed>>> groups = new HashMap<>();
        published.forEach((measure, sets) -> {
            Map<List<Integer>, List<Revealed>> alike = new LinkedHashMap<>();
            for (int i = 0; i < known.size(); i++) {
                List<Integer> behind = new ArrayList<>();
                int number = 0;
                for (BitSet set : sets) {
                    if (set.get(i)) {
                        behind.add(number);
                    }
                    number++;
                }
                if (!behind.isEmpty()) {
                    alike.computeIfAbsent(behind, _ -> new ArrayList<>()).add(known.get(i));
                }
            }
            groups.put(measure, List.copyOf(alike.values()));
        });
        return groups;
    }

    /** Whom it has read: groups of fewer than five people, and those of whom one said most. */
    List<String> recovered() {
        List<String> recovered = new ArrayList<>();
        groups().forEach((measure, groups) -> {
            for (List<Revealed> group : groups) {
                Map<String, Integer> people = new HashMap<>();
                group.forEach(one -> people.merge(one.person(), 1, Integer::sum));
                int most = people.values().stream().max(Integer::compare).orElse(0);
                if (people.size() < 5 || measure.rated() && 2 * most > group.size()) {
                    recovered.add(measure + ": " + people);
                }
            }
        });
        return recovered;
    }

    /** How many groups there are: how often something moved. */
    long steps(Measure measure) {
        return groups().getOrDefault(measure, List.of()).size();
    }

    private BitSet set(Cell cell, Predicate<YearMonth> months) {
        BitSet set = new BitSet();
        inside.getOrDefault(cell, Map.of())
                .forEach((month, part) -> {
                    if (months.test(month)) {
                        set.or(part);
                    }
                });
        return set;
    }

    private BitSet union(Measure measure, Predicate<Pair> pairs, Predicate<YearMonth> months) {
        BitSet union = new BitSet();
        company.pairs().stream()
                .filter(pairs)
                .forEach(pair -> union.or(set(new Cell(measure, pair), months)));
        return union;
    }

    private Map<Pair, JsonNode> cells(Measure measure, String period) {
        Set<Pair> ours = new HashSet<>(company.pairs());
        Map<Pair, JsonNode> cells = new HashMap<>();
        for (JsonNode cell :
                json("/api/v1/figures/matrix?measure=" + measure.slug() + period).get("cells")) {
            Pair pair =
                    new Pair(
                            new UnitId(cell.get("client").asLong()),
                            new UnitId(cell.get("provider").asLong()));
            if (ours.contains(pair)) {
                cells.put(pair, cell);
            }
        }
        return cells;
    }

    private JsonNode company(Measure measure) {
        return json("/api/v1/figures/matrix?measure=" + measure.slug()).get("company");
    }

    private static long answers(@Nullable JsonNode figure) {
        return figure == null || figure.has("withheld") ? 0 : figure.get("n").asLong();
    }

    private JsonNode json(String address) {
        return JSON.readTree(read(address));
    }

    private String read(String address) {
        try {
            MockHttpServletResponse response =
                    mvc.perform(
                                    get(address)
                                            .header(HttpHeaders.AUTHORIZATION, company.attacker())
                                            .header(HttpHeaders.ACCEPT_LANGUAGE, "ru"))
                            .andReturn()
                            .getResponse();
            if (response.getStatus() != 200) {
                throw new IllegalStateException(address + ": " + response.getStatus());
            }
            return response.getContentAsString(StandardCharsets.UTF_8);
        } catch (Exception e) {
            throw new IllegalStateException(address, e);
        }
    }
}
