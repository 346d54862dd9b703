package io.kollega.insights;

import static org.assertj.core.api.Assertions.assertThat;

import io.kollega.KollegaTest;
import io.kollega.TestClock;
import io.kollega.access.Accounts;
import io.kollega.organization.Organization;
import java.time.Duration;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.transaction.support.TransactionOperations;

/**
 * Somebody with an ordinary account wants to know what single people said, and has all the time in
 * the world: looks after every reveal at every measure, and at rest at every period, total, trend,
 * page and file.
 */
@KollegaTest
class AttackTest {
    private static final YearMonth MARCH = YearMonth.of(2026, 3);

    @Autowired MockMvc mvc;
    @Autowired Organization organization;
    @Autowired Accounts accounts;
    @Autowired TestClock clock;
    @Autowired Fold fold;
    @Autowired JdbcClient jdbc;
    @Autowired TransactionOperations transactions;
    @Autowired Now now;

    private final Random random = new Random(7);

    @AfterEach
    void setClockBack() {
        clock.set(TestClock.START);
    }

    @Test
    void readsNobodyWhateverIsLookedAt() throws Exception {
        Attacker attacker = attack("attack-", fold, 32);
        assertThat(attacker.contradictions()).isEmpty();
        assertThat(attacker.recovered()).isEmpty();
        // The loop is seen to move all the same.
        for (Measure measure :
                new Measure[] {Measure.NPS, Measure.EASE, Measure.CLARITY, Measure.ON_TIME}) {
            assertThat(attacker.steps(measure)).as(measure.slug()).isGreaterThanOrEqualTo(4);
        }
    }

    @Test
    void readsPeopleOfBuildWithStepsOfOne() throws Exception {
        Fold weak = new Fold(jdbc, transactions, new Steps(jdbc, 1, 1), now);
        Attacker attacker = attack("weak-", weak, 16);
        assertThat(attacker.recovered()).isNotEmpty();
    }

    @Test
    void readsPeopleOfBuildInWhichOneMaySayMost() throws Exception {
        Fold weak = new Fold(jdbc, transactions, new Steps(jdbc, 5, 1), now);
        AttackedCompany company = company("lopsided-");
        fold.everything();
        Attacker attacker = new Attacker(company, mvc);
        for (int person : new int[] {0, 0, 0, 0, 0, 1, 2, 3, 4}) {
            attacker.hears(company.askAndRate(person, 0, 0, 0));
            weak.everything();
            attacker.look(YearMonth.from(organization.today()));
        }
        assertThat(attacker.recovered()).anyMatch(one -> one.contains("lopsided-c0-0=5"));
    }

    /** Three months of so many requests, with somebody who moves to another unit in between. */
    private Attacker attack(String prefix, Fold folding, int requests) throws Exception {
        AttackedCompany company = company(prefix);
        fold.everything();
        Attacker attacker = new Attacker(company, mvc);
        int mover = 2;
        for (YearMonth month = MARCH; !month.isAfter(MARCH.plusMonths(2)); ) {
            LocalDate day = month.atDay(10);
            clock.set(day.atTime(8, 0).atZone(organization.zone()).toInstant());
            if (month.equals(MARCH.plusMonths(1))) {
                company.move(mover, 0, 1, day);
            }
            for (int i = 0; i < requests; i++) {
                // A few ask most, and one pair is busier than the others.
                int home = random.nextInt(3) == 0 ? random.nextInt(AttackedCompany.CLIENTS) : 0;
                int person = Math.min(random.nextInt(8), random.nextInt(8));
                boolean moved = home == 0 && person == mover && month.isAfter(MARCH);
                attacker.hears(
                        company.askAndRate(
                                person, home, moved ? 1 : home, random.nextInt(4) == 0 ? 1 : 0));
                folding.everything();
                attacker.look(month);
                clock.advance(Duration.ofMinutes(7));
            }
            month = month.plusMonths(1);
        }
        attacker.lookAtRest(MARCH, MARCH.plusMonths(2));
        return attacker;
    }

    private AttackedCompany company(String prefix) {
        return new AttackedCompany(prefix, mvc, organization, accounts);
    }
}
