package io.kollega.demo;

import static org.assertj.core.api.Assertions.assertThat;

import io.kollega.requests.BroughtEntry;
import io.kollega.requests.Happening;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.function.Predicate;
import org.junit.jupiter.api.Test;

class DemoHistoryTest {
    private static final SmallCompany SMALL = SmallCompany.of(7, 12_000);
    private static final Timetable TIMES = SMALL.company.times();

    @Test
    void isTheSameFromTheSameSeed() {
        SmallCompany one = SmallCompany.of(11, 1_500);
        SmallCompany other = SmallCompany.of(11, 1_500);
        assertThat(one.hired).isEqualTo(other.hired);
        assertThat(requests(one)).isEqualTo(requests(other));
        assertThat(scores(one)).isEqualTo(scores(other));
    }

    @Test
    void isAnotherFromAnotherSeed() {
        assertThat(requests(SmallCompany.of(12, 300)))
                .isNotEqualTo(requests(SmallCompany.of(13, 300)));
    }

    @Test
    void hasTwelveHundredPeopleInTwentyFourUnits() {
        List<Hired> today = SMALL.hired.stream().filter(one -> one.left() == null).toList();
        assertThat(today).hasSize(1_200);
        Set<String> units = new HashSet<>();
        today.forEach(one -> units.add(one.last().unit()));
        assertThat(units).hasSize(24);
        assertThat(SMALL.hired.stream().map(Hired::login)).doesNotHaveDuplicates();
        for (UnitPlan unit : SMALL.company.scenery().units()) {
            assertThat(
                            today.stream()
                                    .map(Hired::last)
                                    .filter(stint -> stint.unit().equals(unit.code()))
                                    .filter(Hired.Stint::head))
                    .as(unit.code())
                    .hasSize(1);
        }
    }

    @Test
    void givesFamilyNamesTheGenderOfTheirBearer() {
        assertThat(List.of("Иванов", "Ильин", "Вишневский", "Толстой", "Цой", "Бойко", "Черных"))
                .extracting(Naming::feminine)
                .containsExactly(
                        "Иванова", "Ильина", "Вишневская", "Толстая", "Цой", "Бойко", "Черных");
    }

    @Test
    void endsYesterdayWithSomeHundredsOpenInEveryState() {
        assertThat(SMALL.told).allSatisfy(told -> assertThat(last(told)).isBefore(TIMES.end()));
        assertThat(count(told -> stage(told) == null)).isPositive();
        assertThat(count(told -> stage(told) instanceof Happening.Paused)).isPositive();
        assertThat(count(told -> stage(told) instanceof Happening.Solved)).isPositive();
        assertThat(count(told -> stage(told) instanceof Happening.Withdrawn)).isPositive();
        assertThat(count(told -> stage(told) instanceof Happening.Declined)).isPositive();
        double closed = share(told -> true, told -> stage(told) instanceof Happening.Closed);
        assertThat(closed).isBetween(0.85, 0.97);
    }

    @Test
    void keepsTheOrderOfTime() {
        for (Told told : SMALL.told) {
            Instant before = told.request().submittedAt();
            for (BroughtEntry entry : told.request().entries()) {
                assertThat(entry.at()).isAfterOrEqualTo(before);
                before = entry.at();
            }
        }
    }

    @Test
    void leavesNoBlankUnfilled() {
        for (Told told : SMALL.told) {
            assertThat(told.request().subject()).doesNotContain("$", "~", "null");
            assertThat(told.request().body()).doesNotContain("$", "~", "null");
            assertThat(told.request().fields().values())
                    .noneMatch(value -> value.contains("$") || value.isBlank());
        }
    }

    @Test
    void isRatedByHalfOfTheClientsAndMostOfTheirProviders() {
        Predicate<Told> solved = told -> told.story().solved() != null;
        Predicate<Told> rated = told -> told.verdict() != null && told.verdict().score() != null;
        assertThat(share(solved, rated)).isBetween(0.42, 0.58);
        assertThat(
                        share(
                                rated,
                                told ->
                                        !Objects.requireNonNull(told.verdict())
                                                .ofClient()
                                                .isEmpty()))
                .isBetween(0.6, 0.85);
    }

    @Test
    void showsTheWeakProvider() {
        double weak = mean(told -> told.story().unit.equals(Planted.WEAK_PROVIDER));
        double others = mean(told -> !told.story().unit.equals(Planted.WEAK_PROVIDER));
        assertThat(others - weak).isBetween(1.2, 2.6);
    }

    @Test
    void showsTheStrictRater() {
        double strict = mean(told -> told.story().clientUnit.equals(Planted.STRICT_RATER));
        double others = mean(told -> !told.story().clientUnit.equals(Planted.STRICT_RATER));
        assertThat(others - strict).isBetween(0.8, 1.8);
    }

    @Test
    void showsTheBadPairBeyondItsTwoSides() {
        Predicate<Told> client = told -> told.story().clientUnit.equals(Planted.BAD_CLIENT);
        Predicate<Told> provider = told -> told.story().unit.equals(Planted.BAD_PROVIDER);
        double expected =
                mean(client.and(provider.negate()))
                        + mean(provider.and(client.negate()))
                        - mean(client.negate().and(provider.negate()));
        assertThat(expected - mean(client.and(provider))).isBetween(0.9, 2.3);
    }

    @Test
    void showsThePingPongPair() {
        Predicate<Told> contracts =
                told ->
                        told.story().service != null
                                && Planted.PING_PONG.contains(told.story().service.code());
        Predicate<Told> sentBack = told -> told.story().handovers() > 1;
        assertThat(share(contracts, sentBack)).isBetween(0.3, 0.5);
        assertThat(share(contracts.negate(), sentBack)).isLessThan(0.02);
    }

    @Test
    void showsTheServiceThatIsOnTimeAndDisliked() {
        Predicate<Told> service =
                told ->
                        told.story().service != null
                                && told.story().service.code().equals(Planted.KEPT_AND_POOR);
        Predicate<Told> solved = told -> told.story().solved() != null;
        Predicate<Told> kept = told -> told.story().ratio() <= 1;
        assertThat(share(service.and(solved), kept)).isGreaterThan(0.96);
        assertThat(share(service.negate().and(solved), kept)).isBetween(0.85, 0.95);
        assertThat(mean(service.negate()) - mean(service)).isBetween(1.2, 2.4);
    }

    @Test
    void showsTheActionThatWorkedAndTheOneThatDidNot() {
        assertThat(change(Planted.ACTION_WORKED, TIMES.worked())).isBetween(0.7, 1.9);
        assertThat(change(Planted.ACTION_FAILED, TIMES.failed())).isBetween(-0.4, 0.4);
    }

    @Test
    void showsTheReorganization() {
        Predicate<Told> later = told -> !day(told).isBefore(TIMES.reorganized());
        Predicate<Told> split = told -> told.story().firstUnit().equals("transport");
        Predicate<Told> merged = told -> told.story().firstUnit().equals("payroll");
        assertThat(count(split.and(later))).isPositive();
        assertThat(count(split.and(later.negate()))).isZero();
        assertThat(count(merged.and(later))).isZero();
        assertThat(count(merged.and(later.negate()))).isPositive();
    }

    @Test
    void leavesTheCastSomethingToDo() {
        Predicate<Told> clients =
                told -> told.story().client.hired().login().equals(Cast.CLIENT.login());
        Predicate<Told> open = told -> told.story().solved() == null || !closed(told);
        Predicate<Told> toRate =
                told ->
                        told.verdict() != null
                                && told.verdict().score() == null
                                && !told.verdict().opens().isBefore(TIMES.end());
        assertThat(count(clients.and(open))).isGreaterThan(7);
        assertThat(count(clients.and(toRate))).isPositive();
    }

    private static double change(String provider, LocalDate on) {
        Predicate<Told> of = told -> told.story().unit.equals(provider);
        Predicate<Told> later = told -> !day(told).isBefore(on);
        return mean(of.and(later)) - mean(of.and(later.negate()));
    }

    private static LocalDate day(Told told) {
        return TIMES.day(told.story().submitted());
    }

    private static boolean closed(Told told) {
        return stage(told) instanceof Happening.Closed;
    }

    /** The last thing that changed where the request stands; null if nothing did. */
    private static @org.jspecify.annotations.Nullable Happening stage(Told told) {
        return told.request().entries().reversed().stream()
                .map(BroughtEntry::what)
                .filter(what ->
                        !(what instanceof Happening.Replied || what instanceof Happening.Noted))
                .findFirst()
                .orElse(null);
    }

    private static Instant last(Told told) {
        List<BroughtEntry> entries = told.request().entries();
        return entries.isEmpty() ? told.request().submittedAt() : entries.getLast().at();
    }

    private static List<Object> requests(SmallCompany company) {
        return company.told.stream().<Object>map(Told::request).toList();
    }

    private static List<Integer> scores(SmallCompany company) {
        return company.told.stream()
                .map(told ->
                        told.verdict() == null
                                ? -1
                                : Objects.requireNonNullElse(told.verdict().score(), -1))
                .toList();
    }

    private static double mean(Predicate<Told> which) {
        return SMALL.told.stream()
                .filter(which)
                .map(Told::verdict)
                .filter(Objects::nonNull)
                .map(Verdict::score)
                .filter(Objects::nonNull)
                .mapToInt(Integer::intValue)
                .average()
                .orElseThrow();
    }

    private static long count(Predicate<Told> which) {
        return SMALL.told.stream().filter(which).count();
    }

    private static double share(Predicate<Told> among, Predicate<Told> which) {
        return (double) count(among.and(which)) / count(among);
    }
}
