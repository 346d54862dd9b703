package io.kollega.organization;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.kollega.Cast;
import io.kollega.KollegaTest;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.context.event.ApplicationEvents;
import org.springframework.test.context.event.RecordApplicationEvents;

@KollegaTest
@RecordApplicationEvents
class OrganizationTest {
    private static final LocalDate SPRING = LocalDate.of(2024, 3, 1);
    private static final LocalDate SUMMER = LocalDate.of(2024, 6, 1);
    private static final LocalDate AUTUMN = LocalDate.of(2024, 9, 1);

    @Autowired Organization organization;
    @Autowired Staffing staffing;
    @Autowired Cast cast;
    @Autowired ApplicationEvents events;

    @Test
    void knowsWhatStandsAboveUnit() {
        units(unit("up", null), unit("up-a", "up"), unit("up-b", "up-a"));
        assertThat(organization.upwards(id("up-b")))
                .containsExactly(id("up-b"), id("up-a"), id("up"));
        assertThat(organization.upwards(id("up"))).containsExactly(id("up"));
    }

    @Test
    void remembersWhoBelongedWhere() {
        units(unit("memory", null), unit("memory-a", "memory"), unit("memory-b", "memory"));
        PersonId nina = person("nina", "memory-a", false, SPRING);
        person("nina", "memory-b", false, SUMMER);
        person("nina", "memory-a", false, AUTUMN);

        assertThat(organization.unitOf(nina, SPRING.minusDays(1))).isEmpty();
        assertThat(organization.unitOf(nina, SUMMER.minusDays(1))).contains(id("memory-a"));
        assertThat(organization.unitOf(nina, SUMMER)).contains(id("memory-b"));
        assertThat(organization.unitOf(nina, AUTUMN)).contains(id("memory-a"));
        assertThat(organization.peopleOf(id("memory-b"), SUMMER)).hasSize(1);
        assertThat(organization.peopleOf(id("memory-b"), AUTUMN)).isEmpty();
        assertThat(staffing.history(nina))
                .extracting(Membership::from)
                .containsExactly(AUTUMN, SUMMER, SPRING);
        assertThat(events.stream(PersonMoved.class))
                .containsExactly(
                        new PersonMoved(nina, id("memory-a"), id("memory-b"), SUMMER),
                        new PersonMoved(nina, id("memory-b"), id("memory-a"), AUTUMN));
    }

    @Test
    void keepsWhatIsSaidForALaterDay() {
        units(unit("keep", null), unit("keep-a", "keep"), unit("keep-b", "keep"));
        PersonId ida = person("ida", "keep-a", false, SPRING);
        person("ida", "keep-b", false, AUTUMN);
        person("ida", "keep-a", true, SUMMER);

        assertThat(organization.headOf(id("keep-a"), SPRING)).isEmpty();
        assertThat(organization.headOf(id("keep-a"), AUTUMN.minusDays(1))).contains(ida);
        assertThat(organization.unitOf(ida, AUTUMN)).contains(id("keep-b"));
        person("ida", "keep-a", true, AUTUMN);
        assertThat(organization.headOf(id("keep-a"), AUTUMN)).contains(ida);
    }

    @Test
    void changesNothingWhenTheSameIsBroughtTwice() {
        units(unit("twice", null));
        PersonId first = person("tina", "twice", true, SPRING);
        units(unit("twice", null));
        assertThat(person("tina", "twice", true, SUMMER)).isEqualTo(first);
        assertThat(staffing.history(first)).hasSize(1);
        assertThat(staffing.history(id("twice"))).hasSize(1);
    }

    @Test
    void relievesTheFormerHead() {
        units(unit("heads", null));
        PersonId old = person("old-head", "heads", true, SPRING);
        PersonId fresh = person("new-head", "heads", true, SUMMER);
        assertThat(organization.headOf(id("heads"), SPRING)).contains(old);
        assertThat(organization.headOf(id("heads"), SUMMER)).contains(fresh);
        assertThat(organization.unitOf(old, SUMMER)).contains(id("heads"));
        assertThat(events.stream(PersonMoved.class))
                .containsExactly(new PersonMoved(old, id("heads"), id("heads"), SUMMER));
    }

    @Test
    void movesUnitsAndRefusesCircles() {
        units(unit("tree", null), unit("tree-a", "tree"), unit("tree-b", "tree-a"));
        organization.bringUnits(List.of(new NewUnit("tree-b", Name.of("B"), "tree", SUMMER)));
        assertThat(parent("tree-b", SPRING)).isEqualTo(id("tree-a"));
        assertThat(parent("tree-b", SUMMER)).isEqualTo(id("tree"));
        assertThat(events.stream(UnitReorganized.class))
                .contains(new UnitReorganized(id("tree-b"), id("tree-a"), id("tree"), SUMMER));

        NewUnit circle = new NewUnit("tree", Name.of("T"), "tree-b", AUTUMN);
        assertThatThrownBy(() -> organization.bringUnits(List.of(circle)))
                .isInstanceOf(CircleInTree.class);
        assertThat(parent("tree", AUTUMN)).isNull();
        NewUnit orphan = new NewUnit("orphan", Name.of("X"), "nowhere", SPRING);
        assertThatThrownBy(() -> organization.bringUnits(List.of(orphan)))
                .hasMessageContaining("nowhere");
        assertThat(organization.unit("orphan")).isEmpty();
    }

    @Test
    void closesOnlyEmptyUnits() {
        units(unit("closing", null), unit("closing-a", "closing"), unit("closing-b", "closing"));
        PersonId leo = person("leo", "closing-a", false, SPRING);
        PersonId by = cast.id("adam");
        assertThat(staffing.close(id("closing-a"), Set.of(), AUTUMN, by))
                .isEqualTo(new Staffed.Refused(Staffed.Reason.HAS_PEOPLE));
        assertThat(staffing.close(id("closing"), Set.of(), AUTUMN, by))
                .isEqualTo(new Staffed.Refused(Staffed.Reason.HAS_UNITS));
        assertThat(staffing.leave(leo, SUMMER, by)).isEqualTo(new Staffed.Done());
        assertThat(organization.unitOf(leo, SUMMER)).isEmpty();
        assertThat(organization.person(leo).orElseThrow().unit()).isEqualTo(id("closing-a"));
        assertThat(staffing.close(id("closing-a"), Set.of(id("closing-b")), AUTUMN, by))
                .isEqualTo(new Staffed.Done());
        assertThat(organization.units(AUTUMN)).extracting(Unit::code).doesNotContain("closing-a");
        assertThat(organization.units(SUMMER)).extracting(Unit::code).contains("closing-a");
        assertThat(organization.everyUnit()).containsKey(id("closing-a"));
    }

    @Test
    void dividesUnitAmongSeveralThatGoOn() {
        units(unit("divided", null), unit("part-a", null), unit("part-b", null));
        PersonId by = cast.id("adam");
        Set<UnitId> parts = Set.of(id("part-a"), id("part-b"));
        assertThat(staffing.close(id("divided"), Set.of(id("divided")), AUTUMN, by))
                .isEqualTo(new Staffed.Refused(Staffed.Reason.NO_SUCH_UNIT));
        assertThat(staffing.close(id("divided"), parts, AUTUMN, by)).isEqualTo(new Staffed.Done());
        UnitsToday now = organization.unitsToday();
        assertThat(now.successions().get(id("divided"))).isEqualTo(new Succession(parts, AUTUMN));
        assertThat(now.heirs()).doesNotContainKey(id("divided"));
        assertThat(now.predecessors(id("part-a"))).containsOnlyKeys(id("divided"));
    }

    @Test
    void knowsWhoStandsInBetweenTheDays() {
        LocalDate today = organization.today();
        PersonId irina = cast.id("irina");
        PersonId oleg = cast.id("oleg");
        assertThat(staffing.nameStandIn(irina, oleg, today.plusDays(1), today.plusDays(2), irina))
                .isEqualTo(new Staffed.Done());
        assertThat(organization.standInsFor(irina, today)).isEmpty();
        assertThat(organization.standInsFor(irina, today.plusDays(1))).containsExactly(oleg);
        assertThat(organization.standingInFor(oleg, today.plusDays(2))).containsExactly(irina);
        assertThat(organization.standInsFor(irina, today.plusDays(3))).isEmpty();

        long id = staffing.standIns(irina).getFirst().id();
        assertThat(staffing.withdrawStandIn(oleg, id, oleg))
                .isEqualTo(new Staffed.Refused(Staffed.Reason.GONE));
        assertThat(staffing.withdrawStandIn(irina, id, irina)).isEqualTo(new Staffed.Done());
        assertThat(organization.standInsFor(irina, today.plusDays(1))).isEmpty();
    }

    @Test
    void refusesStandInsThatMakeNoSense() {
        LocalDate today = organization.today();
        PersonId irina = cast.id("irina");
        PersonId oleg = cast.id("oleg");
        assertThat(staffing.nameStandIn(irina, irina, today, today, irina))
                .isEqualTo(new Staffed.Refused(Staffed.Reason.SELF));
        assertThat(staffing.nameStandIn(irina, oleg, today, today.minusDays(1), irina))
                .isEqualTo(new Staffed.Refused(Staffed.Reason.NO_TIME));
        assertThat(staffing.nameStandIn(irina, new PersonId(0), today, today, irina))
                .isEqualTo(new Staffed.Refused(Staffed.Reason.NO_SUCH_PERSON));
    }

    @Test
    void findsPeopleByWordsInAnyOrder() {
        assertThat(organization.search("котова ир", 5))
                .extracting(Person::code)
                .containsExactly("irina");
        assertThat(organization.search("ирина к", 5))
                .extracting(Person::code)
                .containsExactly("irina");
        assertThat(organization.search("100%", 5)).isEmpty();
        assertThat(organization.search(" ", 5)).isEmpty();
        assertThat(organization.choose("Ирина Котова (irina)"))
                .isInstanceOf(PersonChoice.One.class);
        assertThat(organization.choose("клиент")).isInstanceOf(PersonChoice.Several.class);
        assertThat(organization.choose("никто")).isEqualTo(new PersonChoice.Nobody());
    }

    @Test
    void findsPeopleWithAndWithoutDotsAndByDecomposedLetters() {
        units(unit("dots", null));
        NewPerson fedor = new NewPerson("dots-1", "Фёдор", "Йодлов", null, "dots", false, SPRING);
        organization.bringPeople(List.of(fedor));
        for (String typed : List.of("федор йод", "фёдор", "ФЁДОР", "И\u0306одлов фе\u0308дор")) {
            assertThat(organization.search(typed, 5))
                    .as(typed)
                    .extracting(Person::code)
                    .contains("dots-1");
        }
    }

    @Test
    void sortsInRussianOrder() {
        assertThat(organization.peopleOf(cast.unit("management"), organization.today()))
                .extracting(Person::familyName)
                .containsSubsequence("Зорин", "Ким", "Мельник");
    }

    private void units(NewUnit... units) {
        organization.bringUnits(List.of(units));
    }

    private static NewUnit unit(String code, @Nullable String parent) {
        return new NewUnit(code, Name.of(code), parent, SPRING.minusYears(1));
    }

    private PersonId person(String code, String unit, boolean head, LocalDate from) {
        NewPerson person = new NewPerson(code, "Имя", "Проба", null, unit, head, from);
        return Objects.requireNonNull(organization.bringPeople(List.of(person)).get(code));
    }

    private UnitId id(String code) {
        return organization.unit(code).orElseThrow().id();
    }

    private @Nullable UnitId parent(String code, LocalDate on) {
        return organization.units(on).stream()
                .filter(unit -> unit.code().equals(code))
                .findFirst()
                .orElseThrow()
                .parent();
    }
}
