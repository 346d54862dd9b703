package io.kollega.access;

import static org.assertj.core.api.Assertions.assertThat;

import io.kollega.KollegaTest;
import io.kollega.TestClock;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Each test has a deed of its own, so that the trail can be told apart. */
@KollegaTest
class TalliesTest {
    private static final AtomicInteger NEXT = new AtomicInteger();

    @Autowired Tallies tallies;
    @Autowired TestClock clock;
    @Autowired JdbcClient jdbc;

    private final String deed = "tried.for-test-" + NEXT.incrementAndGet();

    @Test
    void writesTheFirstAtOnceAndTheRestAsCountAfterAnHour() {
        for (int i = 0; i < 1000; i++) {
            tallies.note(7, deed, "page:/a");
        }
        assertThat(trail()).containsExactly("7 page:/a {}");
        tallies.fold();
        assertThat(trail()).as("not yet").hasSize(1);
        clock.advance(Tallies.FOLDED);
        tallies.fold();
        tallies.fold();
        assertThat(trail()).containsExactly("7 page:/a {}", "7 page:/a {\"count\": 999}");
        tallies.note(7, deed, "page:/a");
        assertThat(trail()).as("a new hour").hasSize(3);
    }

    @Test
    void addsNothingWhereNothingFollowed() {
        tallies.note(7, deed, "page:/a");
        clock.advance(Tallies.FOLDED);
        tallies.fold();
        assertThat(trail()).containsExactly("7 page:/a {}");
    }

    @Test
    void putsTogetherWhatIsTooManifold() {
        for (int i = 0; i < 500; i++) {
            tallies.note(0, deed, "address:" + i);
        }
        assertThat(trail()).hasSize(Tallies.TOLD_APART);
        tallies.note(8, deed, "address:1");
        assertThat(trail()).as("somebody else's").contains("8 address:1 {}");
        clock.advance(Duration.ofHours(2));
        tallies.fold();
        assertThat(trail())
                .hasSize(Tallies.TOLD_APART + 2)
                .endsWith("0 others {\"count\": " + (500 - Tallies.TOLD_APART) + "}");
    }

    @Test
    void writesWhatItKnowsBeforeItEnds() {
        tallies.note(7, deed, "page:/a");
        tallies.note(7, deed, "page:/a");
        tallies.foldAll();
        assertThat(trail()).endsWith("7 page:/a {\"count\": 1}");
    }

    private List<String> trail() {
        return jdbc
                .sql(
                        """
                        select actor || ' ' || subject || ' ' || details from audit.line
                        where deed = ? order by id
                        """)
                .param(deed)
                .query((row, _) -> row.getString(1))
                .list()
                .stream()
                .map(Objects::requireNonNull)
                .toList();
    }
}
