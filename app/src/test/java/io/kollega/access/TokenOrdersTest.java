package io.kollega.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import io.kollega.Cast;
import io.kollega.KollegaTest;
import io.kollega.access.TokenDelivery.Fault;
import io.kollega.access.TokenDelivery.Handed;
import io.kollega.access.TokenDelivery.Reason;
import io.kollega.organization.Name;
import io.kollega.organization.NewPerson;
import io.kollega.organization.NewUnit;
import io.kollega.organization.Organization;
import io.kollega.organization.PersonId;
import io.kollega.organization.UnitId;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;

@KollegaTest
class TokenOrdersTest {
    private static final LocalDate DAY = LocalDate.of(2020, 1, 1);

    @Autowired MockMvc mvc;
    @Autowired Cast cast;
    @Autowired TokenOrders orders;
    @Autowired AccountBook book;
    @Autowired Organization organization;
    @Autowired JdbcClient jdbc;

    private Map<String, UnitId> units = Map.of();

    @BeforeEach
    void foundUnits() {
        units =
                organization.bringUnits(
                        List.of(
                                new NewUnit("crowded", new Name("Толпа", null), "company", DAY),
                                new NewUnit("headed", new Name("Глава", null), "company", DAY)));
    }

    @Test
    void takesLoginsAndCodesInTheOrderGiven() throws Exception {
        hire("T-100", "crowded", false);
        List<Handed> handed = delivered(List.of("pavel", "T-100", " Irina "));
        assertThat(handed).extracting(Handed::person).containsExactly("pavel", "T-100", "Irina");
        mvc.perform(get("/api/v1/me").header("Authorization", "Bearer " + handed.get(1).token()))
                .andExpect(status().isOk())
                .andExpect(jsonPath("$.code").value("T-100"))
                .andExpect(jsonPath("$.login").value("t-100"));
        mvc.perform(get("/api/v1/me").header("Authorization", "Bearer " + handed.get(2).token()))
                .andExpect(jsonPath("$.login").value("irina"));
    }

    @Test
    void opensAccountsWithoutPasswordInTheFirstRoles() {
        PersonId head = hire("T-200", "headed", true);
        delivered(List.of("T-200", "T-200"));
        Account account = book.of(head).orElseThrow();
        assertThat(account.open()).isTrue();
        assertThat(account.hasPassword()).isFalse();
        assertThat(account.grants())
                .containsExactly(
                        new Grant(Role.EMPLOYEE, null),
                        new Grant(Role.UNIT_HEAD, units.get("headed")));
        assertThat(
                        jdbc.sql(
                                        """
                                        select deed || ' ' || actor from audit.line
                                        where subject = 'person:%d' or details->>'owner' = '%d'
                                        order by id
                                        """
                                                .formatted(head.value(), head.value()))
                                .query(String.class)
                                .list())
                .containsExactly("account.opened 0", "token.issued 0", "token.issued 0");
    }

    @Test
    void leavesRolesAsTheyAre() {
        Account before = book.of(cast.id("anna")).orElseThrow();
        delivered(List.of("anna"));
        assertThat(book.of(cast.id("anna"))).contains(before);
    }

    @Test
    void refusesAllForOne() {
        PersonId closed = hire("T-300", "crowded", false);
        hire("T-301", "crowded", false);
        hire("Т 302 с пробелами", "crowded", false);
        assertThat(book.open(closed, "gone300", cast.id("adam")))
                .isInstanceOf(AccountChange.Done.class);
        book.close(closed, cast.id("adam"));
        List<String> people = List.of("pavel", "nobody", "T-300", "T-301", "Т 302 с пробелами");
        long before = tokens();
        assertThat(orders.deliver(new TokenOrder(people, TokenTerms.usual("x"), false)))
                .isEqualTo(
                        new TokenDelivery.Refused(
                                List.of(
                                        new Fault("nobody", Reason.UNKNOWN),
                                        new Fault("T-300", Reason.CLOSED),
                                        new Fault("T-301", Reason.NO_ACCOUNT),
                                        new Fault("Т 302 с пробелами", Reason.NO_ACCOUNT))));
        assertThat(orders.deliver(new TokenOrder(people, TokenTerms.usual("x"), true)))
                .isEqualTo(
                        new TokenDelivery.Refused(
                                List.of(
                                        new Fault("nobody", Reason.UNKNOWN),
                                        new Fault("T-300", Reason.CLOSED),
                                        new Fault("Т 302 с пробелами", Reason.NO_LOGIN))));
        assertThat(tokens()).isEqualTo(before);
        assertThat(book.list("t-301", null, "", 5)).isEmpty();
    }

    @Test
    void makesThousandAtOnce() {
        List<String> codes = IntStream.range(0, 1000).mapToObj(i -> "crowd" + i).toList();
        organization.bringPeople(
                codes.stream()
                        .map(code ->
                                new NewPerson(
                                        code, "Один", "Измногих", null, "crowded", false, DAY))
                        .toList());
        assertThat(delivered(codes))
                .extracting(Handed::token)
                .doesNotHaveDuplicates()
                .hasSize(1000);
    }

    private List<Handed> delivered(List<String> people) {
        return switch (orders.deliver(new TokenOrder(people, TokenTerms.usual("crowd"), true))) {
            case TokenDelivery.Delivered(List<Handed> tokens) -> tokens;
            case TokenDelivery.Refused _, TokenDelivery.Unfit _ ->
                    throw new AssertionError("not delivered");
        };
    }

    private PersonId hire(String code, String unit, boolean head) {
        return Objects.requireNonNull(
                organization
                        .bringPeople(
                                List.of(
                                        new NewPerson(
                                                code, "Новый", "Человек", null, unit, head, DAY)))
                        .get(code));
    }

    private long tokens() {
        return jdbc.sql("select count(*) from access.token").query(Long.class).single();
    }
}
