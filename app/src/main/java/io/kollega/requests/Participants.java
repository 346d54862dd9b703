package io.kollega.requests;

import io.kollega.access.CurrentPerson;
import io.kollega.organization.PersonId;
import io.kollega.requests.events.RequestId;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Those besides the client and the provider who have a reason to see a request. */
@Component
final class Participants {
    private final JdbcClient jdbc;

    Participants(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * Lets people follow a request after a deed: whoever is called in; whoever gives it away, and
     * who had it in hand, so that they can be asked.
     */
    void follow(Request done, Deed deed, Request before, CurrentPerson by, Instant at) {
        switch (deed) {
            case Deed.Join(PersonId participant, boolean notes) ->
                    add(done.id(), participant, notes, by, at);
            case Deed.HandOver _ -> {
                add(done.id(), by.id(), true, by, at);
                PersonId specialist = before.state().specialist();
                if (specialist != null) {
                    add(done.id(), specialist, true, by, at);
                }
            }
            case Deed.Reply _, Deed.Note _, Deed.Confirm _, Deed.Reopen _, Deed.Withdraw _ -> {}
            case Deed.Assign _, Deed.Unassign _, Deed.Pause _, Deed.Resume _ -> {}
            case Deed.Solve _, Deed.Decline _ -> {}
        }
    }

    List<PersonId> of(RequestId request) {
        return of(request, false);
    }

    /** {@code notes}: only those who may read internal notes. */
    List<PersonId> of(RequestId request, boolean notes) {
        return jdbc
                .sql(
                        """
                        select person from requests.participant
                        where request = :request and (notes or not :notes) order by added_at
                        """)
                .param("request", request.value())
                .param("notes", notes)
                .query(Long.class)
                .list()
                .stream()
                .map(id -> new PersonId(Objects.requireNonNull(id)))
                .toList();
    }

    private void add(
            RequestId request, PersonId person, boolean notes, CurrentPerson by, Instant at) {
        jdbc.sql(
                        """
                        insert into requests.participant (request, person, notes, added_by, added_at)
                        values (:request, :person, :notes, :by, :at)
                        on conflict (request, person) do update
                            set notes = participant.notes or excluded.notes
                        """)
                .param("request", request.value())
                .param("person", person.value())
                .param("notes", notes)
                .param("by", by.id().value())
                .param("at", Rows.at(at))
                .update();
    }
}
