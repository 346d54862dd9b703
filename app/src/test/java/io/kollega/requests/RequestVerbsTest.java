package io.kollega.requests;

import static org.assertj.core.api.Assertions.assertThat;

import io.kollega.Cast;
import io.kollega.KollegaTest;
import io.kollega.TestClock;
import io.kollega.access.CurrentPeople;
import io.kollega.access.CurrentPerson;
import io.kollega.promises.PauseReason;
import io.kollega.requests.events.RequestEvent;
import io.kollega.requests.events.RequestId;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.event.ApplicationEvents;
import org.springframework.test.context.event.RecordApplicationEvents;
import org.springframework.transaction.support.TransactionTemplate;

/** What other modules can do with requests: the same as people on their pages. */
@KollegaTest
@RecordApplicationEvents
class RequestVerbsTest {
    @Autowired Requests requests;
    @Autowired CurrentPeople people;
    @Autowired Cast cast;
    @Autowired JdbcClient jdbc;
    @Autowired TransactionTemplate transactions;
    @Autowired TestClock clock;
    @Autowired ApplicationEvents events;

    @BeforeEach
    void setClock() {
        clock.set(TestClock.START);
    }

    @Test
    void leadsFromAskingToConfirmation() {
        RequestId id = submit("Глагол");
        done(requests.assign(person("pavel"), id, cast.id("pavel")), id);
        done(requests.reply(person("pavel"), id, "Какой?"), id);
        done(requests.note(person("pavel"), id, "Опять"), id);
        done(requests.pause(person("pavel"), id, PauseReason.WAITING_OUTSIDE, "Поставщик"), id);
        done(requests.resume(person("pavel"), id), id);
        done(requests.join(person("pavel"), id, cast.id("dmitry"), true), id);
        done(requests.unassign(person("pavel"), id), id);
        done(requests.solve(person("pavel"), id, "Готово"), id);
        done(requests.reopen(person("irina"), id, "Нет"), id);
        done(requests.solve(person("pavel"), id, "Теперь готово"), id);
        done(requests.confirm(person("irina"), id), id);
        assertThat(happenings(id))
                .containsExactly(
                        "submitted",
                        "assigned",
                        "replied",
                        "noted",
                        "paused",
                        "resumed",
                        "joined",
                        "unassigned",
                        "assigned",
                        "solved",
                        "reopened",
                        "solved",
                        "closed");
        assertThat(events.stream(RequestEvent.RequestSubmitted.class))
                .anyMatch(event -> event.request().equals(id));
    }

    @Test
    void endsWithoutSolution() {
        RequestId handed = submit("Передано");
        done(requests.handOver(person("pavel"), handed, cast.unit("procurement"), "К вам"), handed);
        done(requests.decline(person("dmitry"), handed, "Не закупаем"), handed);
        assertThat(happenings(handed))
                .containsExactly("submitted", "noted", "handed-over", "declined");
        RequestId withdrawn = submit("Отозвано");
        done(requests.withdraw(person("irina"), withdrawn, "Нашлось"), withdrawn);
        assertThat(happenings(withdrawn)).containsExactly("submitted", "withdrawn");
    }

    @Test
    void refusesWithSentenceThatSaysWhatToDo() {
        RequestId id = submit("Отказ");
        assertThat(requests.solve(person("irina"), id, ""))
                .isEqualTo(new Handled.Refused("requests.refusal.own-request"));
        assertThat(requests.decline(person("pavel"), id, " "))
                .isEqualTo(new Handled.Refused("requests.refusal.no-reason"));
        assertThat(requests.resume(person("pavel"), id))
                .isEqualTo(new Handled.Refused("requests.refusal.not-paused"));
        assertThat(happenings(id)).containsExactly("submitted");
    }

    @Test
    void letsNobodyDoAnythingWithWhatTheyDoNotSee() {
        RequestId id = submit("Чужое");
        assertThat(requests.reply(person("dmitry"), id, "?")).isEqualTo(new Handled.Unseen());
        assertThat(requests.reply(person("pavel"), new RequestId(99_999_999), "?"))
                .isEqualTo(new Handled.Unseen());
    }

    @Test
    void refusesAskingForNothing() {
        assertThat(requests.submit(person("irina"), asking("")))
                .isEqualTo(new Asked.Refused(Map.of("subject", "requests.problem.subject")));
    }

    @Test
    void isTakenBackWithTheTransactionOfTheCaller() {
        RequestId id = submit("Возврат");
        transactions.executeWithoutResult(status -> {
            done(requests.solve(person("pavel"), id, "Готово"), id);
            status.setRollbackOnly();
        });
        assertThat(happenings(id)).containsExactly("submitted");
    }

    private RequestId submit(String subject) {
        return ((Asked.Accepted) requests.submit(person("irina"), asking(subject))).request();
    }

    private Asking asking(String subject) {
        return new Asking(null, cast.unit("it"), Kind.QUESTION, subject, "", Map.of());
    }

    private CurrentPerson person(String login) {
        return people.of(cast.id(login)).orElseThrow();
    }

    private static void done(Handled handled, RequestId id) {
        assertThat(handled).isEqualTo(new Handled.Done(id));
    }

    private List<String> happenings(RequestId id) {
        return jdbc.sql("select happening from requests.entry where request = ? order by number")
                .param(id.value())
                .query(String.class)
                .list();
    }
}
