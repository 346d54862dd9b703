package io.kollega.access;

import io.kollega.organization.PersonId;
import io.kollega.shell.Pages;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Whether this company is a demonstration, and whose accounts it offers to anybody. */
@Component
final class Demo implements Pages.Surroundings {
    private static final Duration BELIEVED = Duration.ofSeconds(10);

    private final JdbcClient jdbc;
    private final Clock clock;
    private volatile Known known = new Known(false, Instant.MIN);

    private record Known(boolean demo, Instant until) {}

    Demo(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    void offer(List<PersonId> cast) {
        for (int place = 0; place < cast.size(); place++) {
            jdbc.sql(
                            """
                            insert into access.demo_cast (person, place) values (?, ?)
                            on conflict (person) do update set place = excluded.place
                            """)
                    .params(cast.get(place).value(), place)
                    .update();
        }
        known = new Known(false, Instant.MIN);
    }

    /** The logins of the cast, in the order in which they are offered. */
    List<String> cast() {
        return jdbc
                .sql(
                        """
                        select a.login from access.demo_cast d join access.account a on a.person = d.person
                        where a.closed_at is null order by d.place
                        """)
                .query((row, _) -> row.getString(1))
                .list()
                .stream()
                .map(Objects::requireNonNull)
                .toList();
    }

    Optional<PersonId> member(String login) {
        return jdbc.sql(
                        """
                        select a.person from access.demo_cast d join access.account a on a.person = d.person
                        where a.closed_at is null and a.login = ?
                        """)
                .param(login)
                .query((row, _) -> new PersonId(row.getLong(1)))
                .optional();
    }

    /** Looked up again every few seconds, because every page asks. */
    @Override
    public boolean demo() {
        Known answer = known;
        Instant now = clock.instant();
        if (now.isAfter(answer.until())) {
            boolean demo =
                    jdbc.sql("select exists (select from access.demo_cast)")
                            .query((row, _) -> row.getBoolean(1))
                            .single();
            answer = new Known(demo, now.plus(BELIEVED));
            known = answer;
        }
        return answer.demo();
    }
}
