package io.kollega.organization;

import static org.assertj.core.api.Assertions.assertThat;

import io.kollega.KollegaTest;
import io.kollega.organization.RosterChange.What;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Files against changes that are planned for later, and days before everything began. */
@KollegaTest
class PlannedChangesTest {
    @Autowired Rosters rosters;
    @Autowired Organization organization;
    @Autowired Staffing staffing;

    @Test
    void leavesPlansOfUnitsAloneWhenNothingChanges() throws IOException {
        company("pa");
        plan("pa-sub,Отдел,pa-b");
        assertThat(bringUnits("code,name\npa-sub,Отдел\n")).containsExactly(What.SAME);
        assertThat(bringUnits("code,name,parent\npa-sub,Отдел,pa-a\n")).containsExactly(What.SAME);
        assertThat(parent("pa-sub", later())).contains("pa-b");
    }

    @Test
    void renamesThroughAPlannedMoveAndSaysThatItStays() throws IOException {
        company("pb");
        plan("pb-sub,Отдел,pb-b");
        Roster.OfUnits renamed = units("code,name\npb-sub,Новый отдел\n");
        assertThat(renamed.changes())
                .containsExactly(
                        new RosterChange(
                                "pb-sub",
                                "Новый отдел",
                                "pb-a",
                                organization.today(),
                                later(),
                                What.RENAMED));
        rosters.bring(renamed, 0);
        assertThat(parent("pb-sub", later().minusDays(1))).contains("pb-a");
        assertThat(parent("pb-sub", later())).contains("pb-b");
        assertThat(unit("pb-sub", later()).name().text()).isEqualTo("Новый отдел");
    }

    @Test
    void readsALaterRowAgainstItsOwnDay() throws IOException {
        company("pc");
        plan("pc-sub,Отдел,pc-b");
        String later = later().plusDays(7).toString();
        assertThat(bringUnits("code,name,from\npc-sub,Отдел новый," + later + "\n"))
                .containsExactly(What.RENAMED);
        assertThat(parent("pc-sub", later().plusDays(8))).contains("pc-b");
        assertThat(bringUnits("code,name,parent,from\npc-sub,Отдел,pc-b," + later() + "\n"))
                .as("the plan said again")
                .containsExactly(What.SAME);
    }

    @Test
    void takesAPlanBackByARowForItsDay() throws IOException {
        company("pd");
        plan("pd-sub,Отдел,pd-b");
        plan("pd-sub,Отдел,pd-a");
        assertThat(staffing.history(unit("pd-sub", later()).id())).hasSize(1);
    }

    @Test
    void bringsInDaysBeforeAUnitBegan() throws IOException {
        company("pe");
        assertThat(bringUnits("code,name,from\npe-a,Дирекция А,2019-01-01\n"))
                .containsExactly(What.PRESENT);
        assertThat(staffing.history(unit("pe-a", later()).id()))
                .extracting(UnitPeriod::from)
                .containsExactly(LocalDate.of(2019, 1, 1));
        assertThat(bringUnits("code,name,parent,from\npe-a,Бывшая,,2015-01-01\n"))
                .containsExactly(What.PRESENT);
        assertThat(unit("pe-a", LocalDate.of(2018, 12, 31)).name().text()).isEqualTo("Бывшая");
        assertThat(unit("pe-a", organization.today()).name().text()).isEqualTo("Дирекция А");
    }

    @Test
    void refusesACircleThatOnlyAPlanWouldClose() throws IOException {
        company("pf");
        plan("pf-a,Дирекция А,pf-b");
        Roster roster = rosters.readUnits(bytes("code,name,parent\npf-b,Дирекция Б,pf-a\n"));
        assertThat(((Roster.Unsound) roster).problems())
                .extracting(it -> it.line() + " " + it.expected())
                .containsExactly("2 organization.expected-no-circle");
    }

    @Test
    void leavesPlansOfPeopleAlone() throws IOException {
        company("pg");
        bringPeople("code,given_name,family_name,unit,head\npg-1,Анна,Плановая,pg-a,yes\n");
        PersonId anna = person("pg-1");
        bringPeople(
                "code,given_name,family_name,unit,from\npg-1,Анна,Плановая,pg-b," + later() + "\n");
        staffing.leave(anna, later().plusDays(30), new PersonId(0));
        List<Membership> before = staffing.history(anna);
        assertThat(before).hasSize(2);

        assertThat(bringPeople("code,given_name,family_name,unit\npg-1,Анна,Плановая,pg-a\n"))
                .containsExactly(What.SAME);
        assertThat(
                        bringPeople(
                                "code,given_name,family_name,unit,from\npg-1,Анна,Плановая,pg-b,"
                                        + later()
                                        + "\n"))
                .as("the planned move again")
                .containsExactly(What.SAME);
        assertThat(staffing.history(anna)).isEqualTo(before);

        Roster.OfPeople moved =
                people("code,given_name,family_name,unit\npg-1,Анна,Плановая,pg-sub\n");
        assertThat(moved.changes())
                .extracting(RosterChange::what, RosterChange::planned)
                .containsExactly(org.assertj.core.groups.Tuple.tuple(What.MOVED, later()));
        rosters.bring(moved, 0);
        assertThat(organization.unitOf(anna, later().minusDays(1)))
                .contains(unit("pg-sub", later()).id());
        assertThat(organization.unitOf(anna, later())).contains(unit("pg-b", later()).id());
        assertThat(organization.unitOf(anna, later().plusDays(30))).isEmpty();
    }

    @Test
    void takesHeadshipFromTheDayOfTheRow() throws IOException {
        company("ph");
        bringPeople("code,given_name,family_name,unit\nph-1,Анна,Плановая,ph-a\n");
        bringPeople(
                "code,given_name,family_name,unit,head,from\nph-1,Анна,Плановая,ph-a,да,"
                        + later()
                        + "\n");
        String after = later().plusDays(1).toString();
        assertThat(
                        bringPeople(
                                "code,given_name,family_name,unit,from\nph-1,Анна,Плановая,ph-a,"
                                        + after
                                        + "\n"))
                .containsExactly(What.SAME);
        assertThat(organization.headOf(unit("ph-a", later()).id(), later().plusDays(2)))
                .contains(person("ph-1"));
    }

    /** Who is named head now is so until the day of who was named for later. */
    @Test
    void keepsTheHeadWhoIsPlanned() throws IOException {
        company("pi");
        bringPeople(
                "code,given_name,family_name,unit,head,from\npi-1,Анна,Плановая,pi-a,да,"
                        + later()
                        + "\n");
        Roster.OfPeople named =
                people("code,given_name,family_name,unit,head\npi-2,Олег,Нынешний,pi-a,да\n");
        assertThat(named.changes()).extracting(RosterChange::what).containsExactly(What.NEW);
        rosters.bring(named, 0);
        UnitId unit = unit("pi-a", later()).id();
        assertThat(organization.headOf(unit, later().minusDays(1))).contains(person("pi-2"));
        assertThat(organization.headOf(unit, later())).contains(person("pi-1"));
        assertThat(organization.unitOf(person("pi-2"), later())).contains(unit);
    }

    private void company(String prefix) throws IOException {
        bringUnits(
                """
                code,name,parent
                XX-a,Дирекция А,
                XX-b,Дирекция Б,
                XX-sub,Отдел,XX-a
                """
                        .replace("XX", prefix));
    }

    private void plan(String row) throws IOException {
        bringUnits("code,name,parent,from\n" + row + "," + later() + "\n");
    }

    private LocalDate later() {
        return organization.today().plusMonths(3);
    }

    private List<What> bringUnits(String csv) throws IOException {
        Roster.OfUnits units = units(csv);
        rosters.bring(units, 0);
        return units.changes().stream().map(RosterChange::what).toList();
    }

    private List<What> bringPeople(String csv) throws IOException {
        Roster.OfPeople people = people(csv);
        rosters.bring(people, 0);
        return people.changes().stream().map(RosterChange::what).toList();
    }

    private Roster.OfUnits units(String csv) throws IOException {
        return (Roster.OfUnits) rosters.readUnits(bytes(csv));
    }

    private Roster.OfPeople people(String csv) throws IOException {
        return (Roster.OfPeople) rosters.readPeople(bytes(csv));
    }

    private static ByteArrayInputStream bytes(String csv) {
        return new ByteArrayInputStream(csv.getBytes(StandardCharsets.UTF_8));
    }

    private Unit unit(String code, LocalDate on) {
        return organization.units(on).stream()
                .filter(unit -> unit.code().equals(code))
                .findFirst()
                .orElseThrow();
    }

    private Optional<String> parent(String code, LocalDate on) {
        @Nullable UnitId parent = unit(code, on).parent();
        return Optional.ofNullable(parent)
                .map(id -> Objects.requireNonNull(organization.everyUnit().get(id)).code());
    }

    private PersonId person(String code) {
        return organization.person(code).orElseThrow().id();
    }
}
