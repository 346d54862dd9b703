package io.kollega.requests;

import io.kollega.access.CurrentPerson;
import io.kollega.audit.Audit;
import io.kollega.catalog.Catalog;
import io.kollega.catalog.FieldAnswers;
import io.kollega.catalog.Offer;
import io.kollega.catalog.ServiceId;
import io.kollega.catalog.Standard;
import io.kollega.database.Together;
import io.kollega.organization.Organization;
import io.kollega.organization.UnitId;
import io.kollega.promises.Asker;
import io.kollega.promises.Deadlines;
import io.kollega.promises.Promises;
import io.kollega.promises.WorkId;
import io.kollega.requests.events.RequestEvent.RequestSubmitted;
import io.kollega.requests.events.RequestId;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Asking. The hot path: one read of what is offered, then the number, then the promise, the request
 * with its first entry, the audit line and what listeners write, all in one transaction and sent
 * together.
 */
@Component
final class Submissions {
    private final Catalog catalog;
    private final Organization organization;
    private final Promises promises;
    private final RequestRows rows;
    private final Audit audit;
    private final ApplicationEventPublisher news;
    private final TransactionTemplate transactions;
    private final Together together;
    private final Clock clock;

    Submissions(
            Catalog catalog,
            Organization organization,
            Promises promises,
            RequestRows rows,
            Audit audit,
            ApplicationEventPublisher news,
            TransactionTemplate transactions,
            Together together,
            Clock clock) {
        this.catalog = catalog;
        this.organization = organization;
        this.promises = promises;
        this.rows = rows;
        this.audit = audit;
        this.news = news;
        this.transactions = transactions;
        this.together = together;
        this.clock = clock;
    }

    /** Submits a request of this person; joins the caller's transaction if there is one. */
    Submitted submit(CurrentPerson person, Asking asked) {
        return Objects.requireNonNull(
                transactions.execute(_ -> {
                    Map<String, String> problems = problems(asked);
                    Target target = problems.isEmpty() ? target(person, asked, problems) : null;
                    return target == null
                            ? new Submitted.Refused(problems)
                            : together.send(() -> accept(person, asked, target));
                }));
    }

    /** Whom it goes to, by which standard, with which answers. */
    private record Target(
            UnitId unit,
            @Nullable ServiceId service,
            Standard standard,
            Map<String, String> fields) {}

    private static Map<String, String> problems(Asking asked) {
        Map<String, String> problems = new LinkedHashMap<>();
        if ((asked.service() == null) == (asked.unit() == null)) {
            problems.put("unit", "requests.problem.one-target");
        }
        if (asked.kind() == null) {
            problems.put("kind", "requests.problem.kind");
        }
        if (asked.subject().isEmpty()) {
            problems.put("subject", "requests.problem.subject");
        } else if (asked.subject().length() > Asking.LONGEST_SUBJECT) {
            problems.put("subject", "requests.problem.subject-long");
        }
        if (asked.body().length() > Course.LONGEST_TEXT) {
            problems.put("body", "requests.problem.body-long");
        }
        return problems;
    }

    private @Nullable Target target(
            CurrentPerson person, Asking asked, Map<String, String> problems) {
        UnitId unit = asked.unit();
        if (unit != null) {
            if (organization.unit(unit).isEmpty()) {
                problems.put("unit", "requests.problem.unknown-unit");
                return null;
            }
            return new Target(unit, null, catalog.standard(unit), Map.of());
        }
        Offer offer =
                catalog.offer(Objects.requireNonNull(asked.service()), person.unit()).orElse(null);
        if (offer == null) {
            problems.put("service", "requests.problem.not-offered");
            return null;
        }
        return switch (catalog.check(offer.standard(), asked.fields())) {
            case FieldAnswers.Incomplete(Map<String, String> wrong) -> {
                wrong.forEach((key, problem) -> problems.put("field." + key, problem));
                yield null;
            }
            case FieldAnswers.Complete(Map<String, String> values) ->
                    new Target(
                            offer.service().unit(), offer.service().id(), offer.standard(), values);
        };
    }

    private Submitted accept(CurrentPerson person, Asking asked, Target target) {
        Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        RequestId id = rows.nextId();
        Deadlines deadlines =
                promises.start(
                        new WorkId(id.value()),
                        new Asker(person.unit(), person.id()),
                        target.unit(),
                        target.standard(),
                        now);
        Request request =
                new Request(
                        id,
                        1,
                        Objects.requireNonNull(asked.kind()),
                        asked.subject(),
                        asked.body(),
                        target.fields(),
                        person.id(),
                        person.unit(),
                        target.unit(),
                        target.service(),
                        target.standard().id(),
                        new State.Queued(),
                        false,
                        now,
                        now);
        rows.insert(request, Dues.of(deadlines));
        audit.record(
                person.id().value(),
                "request.submitted",
                "request:" + id.value(),
                Map.of("unit", target.unit().value()));
        news.publishEvent(new RequestSubmitted(id, now, request.parties()));
        return new Submitted.Accepted(request, deadlines);
    }
}
