package io.kollega.requests;

import io.kollega.promises.Deadlines;
import io.kollega.promises.PauseReason;
import io.kollega.shell.ValuesOf;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A request as the REST interface gives it. People, units and services are given by their ids. */
record RequestDocument(
        long id,
        @Schema(description = "Grows with every change; what If-Match takes") int version,
        @ValuesOf(Kind.class) String kind,
        @ValuesOf(State.class) String state,
        @Schema(description = "Why it is paused; null unless it is") @ValuesOf(PauseReason.class)
                @Nullable String pause,
        String subject,
        String body,
        @Schema(description = "Answers to the fields of the service, by their keys")
                Map<String, String> fields,
        long client,
        long clientUnit,
        long unit,
        @Schema(description = "Null when the unit itself was asked") @Nullable Long service,
        @Schema(description = "Who has it in hand, or had it when it ended")
                @Nullable Long specialist,
        Instant submittedAt,
        Instant changedAt,
        @Schema(description = "Null when nothing was promised")
                @Nullable DeadlinesDocument deadlines,
        @Schema(description = "The history that the caller may read, the oldest first")
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

    /** One promise. */
    record PromiseDocument(
            Instant due,
            @ValuesOf(Deadlines.Standing.class) String standing,
            @Schema(description = "Working minutes until it is due; negative when overdue")
                    long leftMinutes) {}

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
