package io.kollega.requests;

import io.kollega.catalog.FormField;
import io.kollega.catalog.OfferedService;
import io.kollega.organization.Person;
import io.kollega.organization.PersonId;
import io.kollega.organization.Unit;
import io.kollega.organization.UnitId;
import io.kollega.promises.PauseReason;
import io.kollega.shell.Page;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The page of a request, as one side sees it.
 *
 * @param deeds what this side may do now
 * @param answers the client's answers by the labels of the questions
 * @param closesAt when it closes by itself; null if it will not
 * @param specialists who may be assigned; empty unless this side may assign
 * @param units to which it may be handed over; empty unless this side may
 * @param since what has changed since the person opened a form that was then refused
 */
record RequestView(
        Request request,
        Side side,
        PersonId reader,
        Naming names,
        Badge badge,
        @Nullable PromiseView promise,
        @Nullable LedgerView ledger,
        @Nullable OfferedService service,
        List<Entry> entries,
        Map<Integer, List<Attachments.Attachment>> attachments,
        List<PersonId> participants,
        Map<FormField, String> answers,
        @Nullable Instant closesAt,
        Permitted deeds,
        List<Person> specialists,
        List<Unit> units,
        Draft draft,
        List<Entry> since) {

    /** What may be done now. */
    record Permitted(
            boolean reply,
            boolean note,
            boolean take,
            boolean assign,
            boolean unassign,
            boolean handOver,
            boolean pause,
            boolean resume,
            boolean solve,
            boolean confirm,
            boolean reopen,
            boolean withdraw,
            boolean decline,
            boolean join) {}

    long id() {
        return request.id().value();
    }

    String path() {
        return "/requests/" + id();
    }

    /** What was answered in the form, as people read it. */
    String answer(Page page, FormField field, String given) {
        return switch (field.kind()) {
            case YES_NO -> page.t("requests." + given);
            case DATE -> page.date(LocalDate.parse(given));
            case TEXT, LONG_TEXT, NUMBER, CHOICE -> given;
        };
    }

    boolean lost() {
        return !since.isEmpty();
    }

    List<Attachments.Attachment> files(Entry entry) {
        return attachments.getOrDefault(entry.number(), List.of());
    }

    /** Whether a rating may be there to show or to give. */
    boolean rateable() {
        return request.state() instanceof State.Solved || request.state() instanceof State.Closed;
    }

    List<Attachments.Attachment> allFiles() {
        return attachments.values().stream()
                .flatMap(List::stream)
                .sorted(Comparator.comparingLong(Attachments.Attachment::id))
                .toList();
    }

    /** Whether it is the reader who has to answer before it goes on. */
    boolean asksReader() {
        return side == Side.CLIENT
                && request.state() instanceof State.Paused paused
                && paused.reason() == PauseReason.WAITING_CLIENT;
    }

    /** The names of those who take part, with commas. */
    String joined() {
        return participants.stream().map(names::person).collect(Collectors.joining(", "));
    }

    /** Where it stands, in a word: a pause by its reason. */
    String stateWords(Page page) {
        if (asksReader()) {
            return page.t("requests.badge.to-answer");
        }
        return request.state() instanceof State.Paused(PauseReason reason, _)
                ? page.t("requests.pause." + reason.slug())
                : page.t("requests.state." + request.state().slug());
    }

    String size(Page page, Attachments.Attachment file) {
        long kilobytes = Math.max(1, Math.round(file.size() / 1024.0));
        return kilobytes < 1024
                ? page.t("requests.file.kilobytes", kilobytes)
                : page.t("requests.file.megabytes", kilobytes / 1024.0);
    }

    /** What has happened, in a few words. */
    String sentence(Page page, Entry entry) {
        String key = "requests.happening." + entry.what().slug();
        return switch (entry.what()) {
            case Happening.Assigned(PersonId specialist) -> page.t(key, names.person(specialist));
            case Happening.Joined(PersonId participant) -> page.t(key, names.person(participant));
            case Happening.HandedOver(UnitId from, UnitId to) ->
                    page.t(key, names.unit(from, page.locale()), names.unit(to, page.locale()));
            case Happening.Paused(PauseReason reason) ->
                    page.t(key, page.t("requests.pause." + reason.slug()));
            case Happening.Closed _ when entry.author() == null -> page.t(key + ".by-itself");
            case Happening.Resumed _ when entry.author() == null -> page.t(key + ".by-itself");
            case Happening.Submitted _, Happening.Replied _, Happening.Noted _ -> page.t(key);
            case Happening.Unassigned _, Happening.Resumed _, Happening.Solved _ -> page.t(key);
            case Happening.Closed _, Happening.Reopened _ -> page.t(key);
            case Happening.Withdrawn _, Happening.Declined _ -> page.t(key);
        };
    }

    /** The class of an entry: words of the client, of the provider, a note, or just an event. */
    String look(Entry entry) {
        return switch (entry.what()) {
            case Happening.Noted _ -> "note";
            case Happening.Submitted _ -> "said";
            case Happening.Replied _ -> "said";
            case Happening.Solved _, Happening.Declined _, Happening.Reopened _ ->
                    entry.text().isEmpty() ? "event" : "said";
            case Happening.Paused _, Happening.Withdrawn _ ->
                    entry.text().isEmpty() ? "event" : "said";
            case Happening.Assigned _, Happening.Unassigned _, Happening.HandedOver _ -> "event";
            case Happening.Resumed _, Happening.Closed _, Happening.Joined _ -> "event";
        };
    }
}
