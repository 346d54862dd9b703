package io.kollega.organization;

import static org.assertj.core.api.Assertions.assertThat;

import io.kollega.Cast;
import io.kollega.KollegaTest;
import io.kollega.Statements;
import io.kollega.TestClock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

@KollegaTest
class UnitEditionsTest {
    @Autowired Organization organization;
    @Autowired UnitEditions editions;
    @Autowired Staffing staffing;
    @Autowired JdbcClient jdbc;
    @Autowired TransactionTemplate transactions;
    @Autowired TestClock clock;
    @Autowired Cast cast;

    @AfterEach
    void setClockBack() {
        clock.set(TestClock.START);
    }

    @Test
    void keepsWhatIsStillTrue() {
        assertThat(organization.unitsToday()).isSameAs(organization.unitsToday());
    }

    @Test
    void asksByOneStatementWhetherItIsStillTrue() throws Exception {
        organization.unitsToday();
        assertThat(Statements.of(() -> organization.unitsToday()).all()).hasSize(1);
    }

    @Test
    void seesWhatAnyOtherNodeHasChanged() {
        organization.unitsToday();
        // Another node writes to the same database and tells nobody.
        jdbc.sql("insert into organization.unit (code) values ('edition-other')").update();
        jdbc.sql(
                        """
                        insert into organization.unit_state (unit, from_day, name)
                        select id, '2024-01-01', 'Соседи' from organization.unit where code = 'edition-other'
                        """)
                .update();
        assertThat(organization.unitsToday().existing())
                .anyMatch(unit -> unit.code().equals("edition-other"));
        jdbc.sql("update organization.unit_state set name = 'Другие' where name = 'Соседи'")
                .update();
        assertThat(organization.everyUnit().values())
                .anyMatch(unit -> unit.name().text().equals("Другие"));
    }

    @Test
    void seesItsOwnTransactionAndForgetsItWhenThatIsTakenBack() {
        UnitsToday before = organization.unitsToday();
        transactions.executeWithoutResult(status -> {
            bring("edition-mine", LocalDate.of(2024, 1, 1));
            assertThat(organization.everyUnit().values())
                    .anyMatch(unit -> unit.code().equals("edition-mine"));
            status.setRollbackOnly();
        });
        assertThat(organization.unitsToday()).isEqualTo(before);
    }

    @Test
    void beginsAnewWithTheDay() {
        LocalDate tomorrow = organization.today().plusDays(1);
        bring("edition-tomorrow", tomorrow);
        assertThat(existing("edition-tomorrow")).isFalse();
        assertThat(organization.everyUnit().values())
                .anyMatch(unit -> unit.code().equals("edition-tomorrow"));
        clock.advance(Duration.ofDays(1));
        assertThat(existing("edition-tomorrow")).isTrue();
    }

    @Test
    void knowsFromItsDayOnWhatBecameOfUnit() {
        LocalDate today = organization.today();
        UnitId former = bring("edition-former", LocalDate.of(2024, 1, 1));
        UnitId heir = bring("edition-heir", LocalDate.of(2024, 1, 1));
        LocalDate tomorrow = today.plusDays(1);
        assertThat(staffing.close(former, Set.of(heir), tomorrow, cast.id("adam")))
                .isEqualTo(new Staffed.Done());
        assertThat(organization.unitsToday().successions()).doesNotContainKey(former);
        clock.advance(Duration.ofDays(1));
        assertThat(organization.unitsToday().successions())
                .containsEntry(former, new Succession(Set.of(heir), tomorrow));
        assertThat(organization.unitsToday().heirs()).containsEntry(former, heir);
        jdbc.sql("delete from organization.unit_succession where unit = ?")
                .param(former.value())
                .update();
        assertThat(organization.unitsToday().successions()).doesNotContainKey(former);
    }

    @Test
    void tellsPeopleAskedForAndThoseOfUnitApart() {
        PersonId irina = cast.id("irina");
        PeopleToday people = organization.people(Set.of(irina), cast.unit("it"));
        assertThat(people.all()).containsKeys(irina, cast.id("pavel"), cast.id("vera"));
        assertThat(people.ofUnit())
                .isEqualTo(organization.peopleOf(cast.unit("it"), organization.today()))
                .extracting(Person::id)
                .contains(cast.id("vera"))
                .doesNotContain(irina);
        assertThat(people.all().get(irina)).isEqualTo(organization.person(irina).orElseThrow());
    }

    private boolean existing(String code) {
        return organization.unitsToday().existing().stream()
                .anyMatch(unit -> unit.code().equals(code));
    }

    private UnitId bring(String code, LocalDate from) {
        return Objects.requireNonNull(
                organization
                        .bringUnits(List.of(new NewUnit(code, new Name(code, null), null, from)))
                        .get(code));
    }
}
