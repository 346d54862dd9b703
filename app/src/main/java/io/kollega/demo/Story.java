package io.kollega.demo;

import io.kollega.promises.PauseReason;
import io.kollega.requests.BroughtEntry;
import io.kollega.requests.BroughtRequest;
import io.kollega.requests.Happening;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One request as it goes its way. The verbs let working time pass and write down what happens then;
 * whoever tells the story chooses among them.
 */
final class Story {
    private final Company company;
    private final Wording wording;
    private final Instant submitted;
    private final List<BroughtEntry> entries = new ArrayList<>();
    private final String first;
    private Instant at;
    private long spent;
    private int handovers;
    private int reopened;
    private int asked;
    private @Nullable Instant solved;
    private @Nullable Instant closed;

    final @Nullable ServicePlan service;
    final Colleague client;
    final String clientUnit;

    /** The unit that has it now. */
    String unit;

    /** Who has it in hand. */
    Colleague specialist;

    Story(
            Company company,
            Wording wording,
            @Nullable ServicePlan service,
            Colleague client,
            String clientUnit,
            String unit,
            Colleague specialist,
            Instant submitted) {
        this.company = company;
        this.wording = wording;
        this.service = service;
        this.client = client;
        this.clientUnit = clientUnit;
        this.first = unit;
        this.unit = unit;
        this.specialist = specialist;
        this.submitted = submitted;
        this.at = submitted;
    }

    /** So many seconds of working time pass at the provider's cost. */
    void work(double seconds) {
        long whole = Math.max(1, Math.round(seconds));
        spent += whole;
        at = company.times().hours().due(at, whole, List.of());
    }

    /** So many seconds of working time pass at somebody else's cost. */
    void elapse(double seconds) {
        at = company.times().hours().due(at, Math.max(1, Math.round(seconds)), List.of());
    }

    void assign(Colleague by) {
        add(by, unit, new Happening.Assigned(specialist.id()), "");
    }

    void reply(List<String> templates) {
        provider(new Happening.Replied(), templates);
    }

    void note(List<String> templates) {
        provider(new Happening.Noted(), templates);
    }

    /** Gives it to another unit, whose specialist takes it from its queue later. */
    void handOver(String to, Colleague next, List<String> reasons) {
        note(reasons);
        at = at.plusSeconds(2);
        provider(new Happening.HandedOver(company.unit(unit), company.unit(to)), List.of());
        handovers++;
        unit = to;
        specialist = next;
    }

    /** The clock stands until the client answers. */
    void askClient(List<String> questions, double seconds, List<String> answers) {
        provider(new Happening.Paused(PauseReason.WAITING_CLIENT), questions);
        asked++;
        elapse(seconds);
        add(client, clientUnit, new Happening.Replied(), wording.of(answers, client));
        add(client, clientUnit, new Happening.Resumed(), "");
    }

    /** The clock stands for another reason, which its specialist ends. */
    void pause(
            PauseReason reason, List<String> templates, double seconds, List<String> resumption) {
        provider(new Happening.Paused(reason), templates);
        elapse(seconds);
        provider(new Happening.Resumed(), List.of());
        reply(resumption);
    }

    void solve(List<String> templates) {
        provider(new Happening.Solved(), templates);
        solved = at;
    }

    void reopen(List<String> templates) {
        add(client, clientUnit, new Happening.Reopened(), wording.of(templates, client));
        solved = null;
        reopened++;
    }

    /** The client confirms. */
    void confirm(@Nullable String thanks) {
        if (thanks != null) {
            add(client, clientUnit, new Happening.Replied(), wording.fill(thanks, client));
        }
        add(client, clientUnit, new Happening.Closed(), "");
        closed = at;
    }

    /** It closes by itself. */
    void expire(Instant when) {
        entries.add(new BroughtEntry(when, null, null, new Happening.Closed(), ""));
        closed = when;
    }

    void withdraw(List<String> templates) {
        add(client, clientUnit, new Happening.Withdrawn(), wording.of(templates, client));
    }

    void decline(List<String> templates) {
        provider(new Happening.Declined(), templates);
    }

    private void provider(Happening what, List<String> templates) {
        String text = templates.isEmpty() ? "" : wording.of(templates, specialist);
        add(specialist, unit, what, text);
    }

    private void add(Colleague author, String unit, Happening what, String text) {
        entries.add(new BroughtEntry(at, author.id(), company.unit(unit), what, text));
    }

    Instant at() {
        return at;
    }

    Wording wording() {
        return wording;
    }

    /** When it was solved for good; null if it was not. */
    @Nullable Instant solved() {
        return solved;
    }

    @Nullable Instant closed() {
        return closed;
    }

    int handovers() {
        return handovers;
    }

    int reopened() {
        return reopened;
    }

    /** How often the client was asked something. */
    int asked() {
        return asked;
    }

    /** The provider's working time as a share of what was promised. */
    double ratio() {
        int hours = service == null ? UNIT_HOURS : service.solution();
        return spent / (3600.0 * hours);
    }

    /** What a unit promises that is just asked. */
    static final int UNIT_HOURS = 40;

    String firstUnit() {
        return first;
    }

    Instant submitted() {
        return submitted;
    }

    /** The request as it stood at an instant. */
    BroughtRequest told(
            String externalId,
            String subject,
            String body,
            Map<String, String> fields,
            Instant until) {
        ServicePlan of = service;
        String standard = of == null ? first : of.code();
        return new BroughtRequest(
                externalId,
                of == null ? io.kollega.requests.Kind.QUESTION : of.kind(),
                subject,
                body,
                new LinkedHashMap<>(fields),
                client.id(),
                true,
                company.unit(clientUnit),
                company.unit(first),
                of == null ? null : company.services().get(of.code()),
                company.standards().get(standard),
                company.calendar(),
                null,
                submitted,
                entries.stream().takeWhile(entry -> entry.at().isBefore(until)).toList());
    }
}
