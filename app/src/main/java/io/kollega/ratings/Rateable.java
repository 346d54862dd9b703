package io.kollega.ratings;

import io.kollega.catalog.ServiceId;
import io.kollega.organization.PersonId;
import io.kollega.organization.UnitId;
import io.kollega.requests.events.RequestId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A request as far as rating it goes: its parties, and whether the ratings are sealed.
 *
 * @param specialist who solved it; null before the first solution
 * @param round how often it was solved; ratings given in earlier rounds are void
 * @param closesAt when the ratings are opened even if one side has not rated
 * @param takenBack whether it is unsolved because the provider took the solution back
 */
record Rateable(
        RequestId request,
        PersonId client,
        UnitId clientUnit,
        UnitId providerUnit,
        @Nullable PersonId specialist,
        @Nullable ServiceId service,
        String subject,
        Standing standing,
        int round,
        @Nullable Instant solvedAt,
        @Nullable Instant closesAt,
        boolean takenBack) {

    static final String COLUMNS =
            "request, client, client_unit, provider_unit, specialist, service, subject, standing,"
                    + " round, solved_at, closes_at, taken_back";

    /** Where the ratings of a request stand. */
    enum Standing {
        /** Not solved yet, or reopened. */
        UNSOLVED,
        /** The client solved it: nobody rates themselves. */
        OWN_WORK,
        /** Solved; what is given is seen by the side that gave it. */
        SEALED,
        /** Both sides see both ratings, and nothing can be changed. */
        REVEALED;

        String slug() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }

    /** As what this person rates; empty for everybody else. */
    Optional<Side> side(PersonId person) {
        if (person.equals(client)) {
            return Optional.of(Side.CLIENT);
        }
        return person.equals(specialist) ? Optional.of(Side.PROVIDER) : Optional.empty();
    }

    /** The same as work of this unit, which an earlier solution was. */
    Rateable about(UnitId unit, @Nullable ServiceId about) {
        return new Rateable(
                request,
                client,
                clientUnit,
                unit,
                specialist,
                about,
                subject,
                standing,
                round,
                solvedAt,
                closesAt,
                takenBack);
    }

    /** Whether a rating can be given or changed at this instant. */
    boolean open(Instant now) {
        return standing == Standing.SEALED && closesAt != null && now.isBefore(closesAt);
    }

    static Rateable read(ResultSet row, int number) throws SQLException {
        String standing = row.getString("standing");
        return new Rateable(
                new RequestId(row.getLong("request")),
                new PersonId(row.getLong("client")),
                new UnitId(row.getLong("client_unit")),
                new UnitId(row.getLong("provider_unit")),
                nullable(row.getObject("specialist", Long.class), PersonId::new),
                nullable(row.getObject("service", Long.class), ServiceId::new),
                row.getString("subject"),
                Standing.valueOf(standing.toUpperCase(Locale.ROOT).replace('-', '_')),
                row.getInt("round"),
                nullable(
                        row.getObject("solved_at", OffsetDateTime.class),
                        OffsetDateTime::toInstant),
                nullable(
                        row.getObject("closes_at", OffsetDateTime.class),
                        OffsetDateTime::toInstant),
                row.getBoolean("taken_back"));
    }

    private static <A, B> @Nullable B nullable(
            @Nullable A value, java.util.function.Function<A, B> change) {
        return value == null ? null : change.apply(value);
    }
}
