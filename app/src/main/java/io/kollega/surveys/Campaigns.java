package io.kollega.surveys;

import io.kollega.audit.Audit;
import io.kollega.organization.PersonId;
import io.kollega.organization.UnitId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionTemplate;

/** Campaigns as they stand: who is asked what and how long, and what they go through. */
@Component
public class Campaigns {
    private static final String COLUMNS =
            """
            select id, survey, mode, state, closes, threshold, promise, invited
            from surveys.campaign
            """;

    private final JdbcClient jdbc;
    private final TransactionTemplate transactions;
    private final Instruments instruments;
    private final Audit audit;
    private final Clock clock;

    Campaigns(
            JdbcClient jdbc,
            TransactionTemplate transactions,
            Instruments instruments,
            Audit audit,
            Clock clock) {
        this.jdbc = jdbc;
        this.transactions = transactions;
        this.instruments = instruments;
        this.audit = audit;
        this.clock = clock;
    }

    /** The campaign; empty if there is none. */
    public Optional<Campaign> campaign(CampaignId id) {
        return jdbc.sql(COLUMNS + "where id = ?")
                .param(id.value())
                .query(Campaigns::read)
                .optional();
    }

    private static Campaign read(ResultSet row, int number) throws SQLException {
        return new Campaign(
                new CampaignId(row.getLong("id")),
                row.getLong("survey"),
                Mode.valueOf(row.getString("mode")),
                State.valueOf(row.getString("state")),
                row.getObject("closes", OffsetDateTime.class).toInstant(),
                row.getInt("threshold"),
                row.getString("promise"),
                row.getInt("invited"));
    }

    /** What is asked in a campaign. */
    public Sheet sheet(Campaign campaign) {
        return instruments.sheet(campaign.survey()).orElseThrow();
    }

    /** Those who are told apart, in no order that says anything. */
    public List<KeyGroup> groups(CampaignId id) {
        return jdbc.sql(
                        """
                        select id, units, invited from surveys.key_group
                        where campaign = ? order by id
                        """)
                .param(id.value())
                .query((row, _) ->
                        new KeyGroup(
                                row.getString("id"),
                                Arrays.stream((Long[]) row.getArray("units").getArray())
                                        .map(UnitId::new)
                                        .collect(Collectors.toSet()),
                                row.getInt("invited")))
                .list();
    }

    /** How many people of each unit are asked. */
    public Map<UnitId, Integer> invited(CampaignId id) {
        return jdbc
                .sql(
                        """
                        select unit, count(*) as n from surveys.invitation
                        where campaign = ? group by unit
                        """)
                .param(id.value())
                .query((row, _) -> Map.entry(new UnitId(row.getLong("unit")), row.getInt("n")))
                .list()
                .stream()
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    /** The group of a person who is asked; empty for everybody else. */
    public Optional<String> groupOf(CampaignId id, PersonId person) {
        return jdbc.sql(
                        """
                        select key_group from surveys.invitation
                        where campaign = ? and person = ?
                        """)
                .params(id.value(), person.value())
                .query(String.class)
                .optional();
    }

    /**
     * Open campaigns that ask a person who has done nothing yet, the one that closes first first.
     */
    public List<Campaign> waitingFor(PersonId person) {
        return jdbc.sql(
                        COLUMNS
                                + """
                                where state = 'OPEN' and closes > :now
                                    and id in (select campaign from surveys.invitation
                                               where person = :person and not done)
                                order by closes, id
                                """)
                .param("person", person.value())
                .param("now", Timestamp.from(clock.instant()))
                .query(Campaigns::read)
                .list();
    }

    /** A person has answered under their name. */
    public void done(CampaignId id, PersonId person) {
        jdbc.sql("update surveys.invitation set done = true where campaign = ? and person = ?")
                .params(id.value(), person.value())
                .update();
    }

    /**
     * Does something with a campaign that can't begin to close before it is done. Many may do so at
     * once.
     *
     * @param deed what to do with the campaign as it stands; empty if there is none
     */
    public <T> T unclosed(CampaignId id, Function<Optional<Campaign>, T> deed) {
        return transactions.execute(_ -> {
            lock("pg_advisory_xact_lock_shared", id);
            return deed.apply(campaign(id));
        });
    }

    /**
     * Begins to close: after this no answer is taken.
     *
     * @return whether it was open
     */
    @Transactional
    public boolean close(CampaignId id, long by) {
        lock("pg_advisory_xact_lock", id);
        boolean closing =
                jdbc.sql(
                                        """
                                        update surveys.campaign set state = 'CLOSING'
                                        where id = ? and state = 'OPEN'
                                        """)
                                .param(id.value())
                                .update()
                        == 1;
        if (closing) {
            audit.record(by, "campaign.closed", subject(id), Map.of());
        }
        return closing;
    }

    /**
     * Is closed: its private keys are destroyed. For a transaction in which the results are
     * written.
     *
     * @return whether it was closing
     */
    @Transactional
    public boolean closed(CampaignId id) {
        boolean closed =
                jdbc.sql(
                                        """
                                        update surveys.campaign set state = 'CLOSED'
                                        where id = ? and state = 'CLOSING'
                                        """)
                                .param(id.value())
                                .update()
                        == 1;
        jdbc.sql("update surveys.key_group set private_key = null where campaign = ?")
                .param(id.value())
                .update();
        return closed;
    }

    /** Those in a state. */
    public List<CampaignId> in(State state) {
        return jdbc.sql("select id from surveys.campaign where state = ? order by id")
                .param(state.name())
                .query((row, _) -> new CampaignId(row.getLong("id")))
                .list();
    }

    /** Those that are open and should have closed by now. */
    public List<CampaignId> overdue() {
        return jdbc.sql(
                        """
                        select id from surveys.campaign
                        where state = 'OPEN' and closes <= ? order by id
                        """)
                .param(Timestamp.from(clock.instant()))
                .query((row, _) -> new CampaignId(row.getLong("id")))
                .list();
    }

    static String subject(CampaignId id) {
        return "campaign:" + id.value();
    }

    private void lock(String function, CampaignId id) {
        jdbc.sql("select " + function + "(hashtextextended(?, 0))")
                .param(subject(id))
                .query()
                .singleRow();
    }
}
