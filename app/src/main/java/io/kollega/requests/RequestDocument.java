package io.kollega.requests;

import io.kollega.promises.Deadlines;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A request as the REST interface gives it. People, units and services are given by their ids. */
record RequestDocument(
        long id,
        int version,
        String kind,
        String state,
        @Nullable String pause,
        String subject,
        String body,
        Map<String, String> fields,
        long client,
        long clientUnit,
        long unit,
        @Nullable Long service,
        @Nullable Long specialist,
        Instant submittedAt,
        Instant changedAt,
        @Nullable DeadlinesDocument deadlines,
        List<EntryDocument> entries) {

    /** Where both promises stand. */
    record DeadlinesDocument(PromiseDocument response, PromiseDocument solution) {
        static DeadlinesDocument of(Deadlines deadlines) {
            return new DeadlinesDocument(
                    new PromiseDocument(
                            deadlines.responseDue(),
                            slug(deadlines.response()),
                            deadlines.responseLeft().toMinutes()),
                    new PromiseDocument(
                            deadlines.solutionDue(),
                            slug(deadlines.solution()),
                            deadlines.solutionLeft().toMinutes()));
        }

        private static String slug(Deadlines.Standing standing) {
            return standing.name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }

    /**
     * One promise.
     *
     * @param leftMinutes working minutes until it is due; negative when overdue
     */
    record PromiseDocument(Instant due, String standing, long leftMinutes) {}

    static RequestDocument of(Request request, @Nullable Deadlines deadlines, List<Entry> entries) {
        State state = request.state();
        return new RequestDocument(
                request.id().value(),
                request.version(),
                request.kind().slug(),
                state.slug(),
                state instanceof State.Paused paused ? paused.reason().slug() : null,
                request.subject(),
                request.body(),
                request.fields(),
                request.client().value(),
                request.clientUnit().value(),
                request.unit().value(),
                request.service() == null ? null : request.service().value(),
                Rows.id(state.specialist()),
                request.submittedAt().truncatedTo(ChronoUnit.MILLIS),
                request.changedAt().truncatedTo(ChronoUnit.MILLIS),
                deadlines == null ? null : DeadlinesDocument.of(deadlines),
                entries.stream().map(EntryDocument::of).toList());
    }
}
