package io.kollega.access;

import static org.assertj.core.api.Assertions.assertThat;

import io.kollega.Cast;
import io.kollega.KollegaTest;
import io.kollega.organization.NewPerson;
import io.kollega.organization.Organization;
import io.kollega.organization.PersonId;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

/** Whoever heads a unit runs it, as soon as the organization says so. */
@KollegaTest
class HeadTest {
    @Autowired Organization organization;
    @Autowired Accounts accounts;
    @Autowired Cast cast;
    @Autowired MockMvcTester http;

    @Test
    void worksTheQueueOfTheUnitWithoutAnyRole() {
        PersonId head =
                Objects.requireNonNull(
                        organization
                                .bringPeople(
                                        List.of(
                                                new NewPerson(
                                                        "head-of-logistics",
                                                        "Глава",
                                                        "Логистики",
                                                        null,
                                                        "logistics",
                                                        true,
                                                        LocalDate.of(2020, 1, 1))))
                                .get("head-of-logistics"));
        accounts.open(
                List.of(new NewAccount(head, "head-of-logistics", null, Set.of(Role.EMPLOYEE))));
        String bearer = "Bearer " + accounts.issueToken(head, "test");
        String queue = "/api/v1/requests?queue=%d";
        assertThat(
                        http.get()
                                .uri(queue.formatted(cast.unit("logistics").value()))
                                .header("Authorization", bearer))
                .hasStatus(200);
        assertThat(
                        http.get()
                                .uri(queue.formatted(cast.unit("it").value()))
                                .header("Authorization", bearer))
                .hasStatus(403);
        assertThat(accounts.workers(cast.unit("logistics"))).contains(head);
    }
}
