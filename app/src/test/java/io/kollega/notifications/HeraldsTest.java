package io.kollega.notifications;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import io.kollega.Cast;
import io.kollega.KollegaTest;
import io.kollega.TestClock;
import io.kollega.access.AccountNews;
import io.kollega.organization.Organization;
import io.kollega.organization.PersonId;
import io.kollega.organization.Staffing;
import io.kollega.ratings.RatingsRevealed;
import io.kollega.requests.events.RequestEvent;
import io.kollega.requests.events.RequestEvent.Parties;
import io.kollega.requests.events.RequestEvent.RequestAnswered;
import io.kollega.requests.events.RequestEvent.RequestAssigned;
import io.kollega.requests.events.RequestEvent.RequestClosed;
import io.kollega.requests.events.RequestEvent.RequestHandedOver;
import io.kollega.requests.events.RequestEvent.RequestJoined;
import io.kollega.requests.events.RequestEvent.RequestPaused;
import io.kollega.requests.events.RequestEvent.RequestReopened;
import io.kollega.requests.events.RequestEvent.RequestSolved;
import io.kollega.requests.events.RequestId;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.test.web.servlet.MockMvc;

@KollegaTest
class HeraldsTest {
    private static final Instant AT = TestClock.START;
    private static long number = 900_000;

    @Autowired ApplicationEventPublisher events;
    @Autowired Notices notices;
    @Autowired Organization organization;
    @Autowired Staffing staffing;
    @Autowired Cast cast;
    @Autowired MockMvc mvc;
    @Autowired TestClock clock;

    private PersonId client;
    private PersonId specialist;
    private PersonId head;
    private RequestId request;

    @AfterEach
    void setClockBack() {
        clock.set(TestClock.START);
    }

    @BeforeEach
    void nextRequest() {
        client = cast.id("irina");
        specialist = cast.id("pavel");
        head = cast.id("vera");
        request = new RequestId(number++);
    }

    @Test
    void tellsTheClientWhatTheProviderDid() {
        publish(new RequestAnswered(request, AT, parties(), specialist, false));
        publish(new RequestPaused(request, AT, parties(), specialist, "waiting-client"));
        publish(new RequestPaused(request, AT, parties(), specialist, "scheduled"));
        publish(new RequestSolved(request, AT, parties(), specialist));
        assertThat(kinds(client)).containsExactly(Kind.SOLVED, Kind.WAITING_FOR_YOU, Kind.ANSWERED);
        assertThat(kinds(specialist)).isEmpty();
    }

    @Test
    void tellsTheSpecialistWhatOthersDid() {
        publish(new RequestAssigned(request, AT, parties(), head));
        publish(new RequestAnswered(request, AT, parties(), client, false));
        publish(new RequestAnswered(request, AT, parties(), head, true));
        publish(new RequestReopened(request, AT, parties(), client));
        assertThat(kinds(specialist))
                .containsExactly(Kind.REOPENED, Kind.NOTED, Kind.CLIENT_REPLIED, Kind.ASSIGNED);
        assertThat(kinds(client)).isEmpty();
    }

    @Test
    void tellsEverybodyWhomHandoverConcerns() {
        Parties parties =
                new Parties(client, cast.unit("accounting"), cast.unit("it"), null, null, "Проба");
        PersonId before = cast.id("dmitry");
        publish(new RequestHandedOver(request, AT, parties, before, cast.unit("procurement")));
        assertThat(kinds(client)).containsExactly(Kind.HANDED_OVER);
        assertThat(kinds(specialist)).containsExactly(Kind.ARRIVED);
        assertThat(kinds(head)).containsExactly(Kind.ARRIVED);
        assertThat(kinds(before)).isEmpty();
    }

    @Test
    void forgetsWhatWasReadLongAgoAndNothingElse() {
        publish(new RequestSolved(request, AT, parties(), specialist));
        clock.advance(Duration.ofDays(200));
        notices.sweep();
        assertThat(kinds(client)).as("unread").containsExactly(Kind.SOLVED);
        notices.readAll(client);
        clock.advance(Duration.ofDays(180));
        notices.sweep();
        assertThat(kinds(client)).as("read 180 days ago").containsExactly(Kind.SOLVED);
        clock.advance(Duration.ofSeconds(1));
        notices.sweep();
        assertThat(kinds(client)).isEmpty();
    }

    @Test
    void tellsTheClientWhatClosesByItself() {
        publish(new RequestClosed(request, AT, parties(), client));
        assertThat(kinds(client)).isEmpty();
        publish(new RequestClosed(request, AT, parties(), null));
        assertThat(kinds(client)).containsExactly(Kind.CLOSED);
        assertThat(kinds(specialist)).isEmpty();
    }

    @Test
    void tellsWhoeverIsCalledIn() {
        publish(new RequestJoined(request, AT, parties(), specialist, head));
        publish(new RequestJoined(request, AT, parties(), specialist, specialist));
        assertThat(kinds(head)).containsExactly(Kind.JOINED);
        assertThat(kinds(specialist)).isEmpty();
    }

    @Test
    void tellsTheHeadWhatComesToRequestOfNobody() {
        Parties parties =
                new Parties(client, cast.unit("accounting"), cast.unit("it"), null, null, "Проба");
        publish(new RequestAnswered(request, AT, parties, client, false));
        assertThat(kinds(head)).containsExactly(Kind.CLIENT_REPLIED);
    }

    @Test
    void tellsOwnersWhatChangesAtTheirAccountsWhoeverDidIt() throws Exception {
        PersonId owner = cast.id("oleg");
        for (AccountNews.Change change : AccountNews.Change.values()) {
            events.publishEvent(new AccountNews(owner, change, owner.value(), AT));
        }
        events.publishEvent(new AccountNews(owner, AccountNews.Change.FACTORS_RESET, 0, AT));
        List<Notice> told = notices.of(owner, null, 7);
        assertThat(told).extracting(notice -> notice.about().kind()).containsOnly("account");
        assertThat(told.getFirst().by()).isNull();
        assertThat(told.getFirst().about().address()).isEqualTo("/profile/second-factor");
        assertThat(told.getLast().sentence()).isEqualTo("notifications.account.password-link");
        assertThat(told.getLast().about().address()).isEqualTo("/profile/password");
        mvc.perform(
                        get("/notifications")
                                .header("Accept-Language", "ru")
                                .header("Authorization", cast.bearer("oleg")))
                .andExpect(result ->
                        assertThat(result.getResponse().getContentAsString())
                                .contains("Ваша учётная запись")
                                .contains("Добавлен второй фактор")
                                .doesNotContain("notifications."));
    }

    @Test
    void tellsOfSubjectsOfAnyKindAndOpensWhereTheyStand() {
        Subject wave = new Subject("request", 12, "Опрос", "/surveys/12?page=2");
        notices.tell(List.of(head), Kind.CLOSED.key(), wave, null, AT);
        Notice notice = notices.of(head, null, 1).getFirst();
        assertThat(notice.about()).isEqualTo(wave);
        assertThat(notices.read(head, notice.id())).contains("/surveys/12?page=2");
        assertThat(notices.read(client, notice.id())).isEmpty();
        notices.tell(List.of(), Kind.CLOSED.key(), wave, null, AT);
        assertThat(notices.of(head, null, 1).getFirst().id()).isEqualTo(notice.id());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "x",
                "//elsewhere.example",
                "https://elsewhere.example",
                "/\\elsewhere",
                "/a\nb"
            })
    void leadsNowhereElse(String address) {
        assertThatThrownBy(() -> new Subject("request", 1, "", address))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void leadsToOurStartPage() {
        assertThat(new Subject("account", 0, "", "/").address()).isEqualTo("/");
    }

    @Test
    void tellsBothSidesThatRatingsAreOpen() {
        events.publishEvent(
                new RatingsRevealed(request, AT, client, specialist, "Проба", true, false));
        assertThat(kinds(client)).containsExactly(Kind.RATINGS_REVEALED);
        assertThat(kinds(specialist)).containsExactly(Kind.RATINGS_REVEALED);
    }

    @Test
    void tellsNobodyOfTheirOwnDeeds() {
        publish(new RequestAssigned(request, AT, parties(), specialist));
        publish(new RequestAnswered(request, AT, parties(), specialist, true));
        assertThat(kinds(specialist)).isEmpty();
    }

    @Test
    void tellsWhoStandsIn() {
        var today = organization.today();
        staffing.nameStandIn(specialist, head, today, today, specialist);
        long standIn = staffing.standIns(specialist).getFirst().id();
        publish(new RequestAnswered(request, AT, parties(), client, false));
        assertThat(kinds(head)).containsExactly(Kind.CLIENT_REPLIED);
        assertThat(kinds(specialist)).containsExactly(Kind.CLIENT_REPLIED);
        staffing.withdrawStandIn(specialist, standIn, specialist);
    }

    @Test
    void countsUnreadUntilTheyAreRead() throws Exception {
        PersonId someone = cast.id("client9");
        Parties parties =
                new Parties(
                        someone,
                        cast.unit("logistics"),
                        cast.unit("it"),
                        specialist,
                        null,
                        "Проба счётчика");
        publish(new RequestAnswered(request, AT, parties, specialist, false));
        publish(new RequestSolved(request, AT, parties, specialist));
        assertThat(notices.unread(someone)).isEqualTo(2);
        String bearer = cast.bearer("client9");
        long newest = notices.of(someone, null, 1).getFirst().id();
        mvc.perform(
                        post("/notifications/" + newest + "/opening")
                                .header("Authorization", cast.bearer("client8")))
                .andExpect(redirectedUrl("/notifications"));
        assertThat(notices.unread(someone)).as("not by someone else").isEqualTo(2);
        mvc.perform(post("/notifications/" + newest + "/opening").header("Authorization", bearer))
                .andExpect(redirectedUrl("/requests/" + request.value()));
        assertThat(notices.unread(someone)).isEqualTo(1);
        mvc.perform(get("/notifications").header("Authorization", bearer))
                .andExpect(status().isOk())
                .andExpect(result ->
                        assertThat(result.getResponse().getContentAsString())
                                .contains("Уведомления: 1 новое")
                                .contains("Проба счётчика"));
        mvc.perform(post("/notifications/reading").header("Authorization", bearer))
                .andExpect(status().is3xxRedirection());
        assertThat(notices.unread(someone)).isZero();
    }

    private void publish(RequestEvent event) {
        events.publishEvent(event);
    }

    private Parties parties() {
        return new Parties(
                client, cast.unit("accounting"), cast.unit("it"), specialist, null, "Проба");
    }

    /** What this person hears of this test's request, the newest first. */
    private List<Kind> kinds(PersonId person) {
        return notices.of(person, null, 100).stream()
                .filter(notice -> notice.about().kind().equals("request"))
                .filter(notice -> notice.about().id() == request.value())
                .map(notice -> kind(notice.sentence()))
                .toList();
    }

    private static Kind kind(String sentence) {
        return Arrays.stream(Kind.values())
                .filter(kind -> kind.key().equals(sentence))
                .findFirst()
                .orElseThrow();
    }
}
