package io.kollega.answers;

import io.kollega.surveys.Campaign;
import io.kollega.surveys.CampaignId;
import io.kollega.surveys.Campaigns;
import io.kollega.surveys.Mode;
import io.kollega.surveys.State;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.namedparam.MapSqlParameterSource;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcOperations;
import org.springframework.jdbc.core.namedparam.SqlParameterSource;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.json.JsonMapper;

/**
 * Closes campaigns: adds the answers up, writes the sums and the record of destruction in one
 * transaction, and then destroys the answers. Whatever interrupts it, it begins anew or only burns
 * what is left.
 */
@Component
public class Closing {
    private static final Logger LOG = LoggerFactory.getLogger(Closing.class);

    private final Campaigns campaigns;
    private final Spool spool;
    private final NamedParameterJdbcOperations jdbc;
    private final TransactionTemplate transactions;
    private final JsonMapper json;

    Closing(
            Campaigns campaigns,
            Spool spool,
            NamedParameterJdbcOperations jdbc,
            TransactionTemplate transactions,
            JsonMapper json) {
        this.campaigns = campaigns;
        this.spool = spool;
        this.jdbc = jdbc;
        this.transactions = transactions;
        this.json = json;
    }

    /** Closes what is due, finishes what was interrupted, and burns what was left. */
    @Scheduled(initialDelayString = "PT5S", fixedDelayString = "PT10S")
    void sweep() {
        campaigns.overdue().forEach(id -> campaigns.close(id, 0));
        campaigns.in(State.CLOSING).forEach(this::finish);
        for (CampaignId id : spool.campaigns()) {
            if (campaigns.campaign(id).filter(it -> it.state() == State.CLOSED).isPresent()) {
                spool.burn(id);
            }
        }
    }

    /** Finishes a campaign that takes no answers any more; one that is closed stays as it is. */
    public void finish(CampaignId id) {
        Campaign campaign =
                campaigns.campaign(id).filter(it -> it.state() == State.CLOSING).orElse(null);
        if (campaign == null) {
            return;
        }
        Map<String, Tally> tallies = new TreeMap<>();
        campaigns
                .groups(id)
                .forEach(group ->
                        tallies.put(group.id(), new Tally(campaigns.sheet(campaign).instrument())));
        spool.each(
                id,
                kept -> {
                    Tally tally = tallies.get(kept.key());
                    if (tally == null) {
                        throw new IllegalStateException("Campaign " + id + " has no such key.");
                    }
                    tally.add(kept.answers());
                });
        transactions.executeWithoutResult(_ -> {
            if (campaigns.closed(id)) {
                write(campaign, tallies);
            }
        });
        spool.burn(id);
        LOG.info("Campaign {} is closed, its answers are destroyed", id.value());
    }

    private void write(Campaign campaign, Map<String, Tally> tallies) {
        long id = campaign.id().value();
        List<SqlParameterSource> rows = new ArrayList<>();
        List<SqlParameterSource> turnout = new ArrayList<>();
        tallies.forEach((key, tally) -> {
            tally.sums().forEach((of, sums) -> rows.add(row(id, key, of, sums)));
            turnout.add(
                    new MapSqlParameterSource("campaign", id)
                            .addValue("key", key)
                            .addValue("answered", tally.answered())
                            .addValue("withdrawn", tally.withdrawn()));
        });
        jdbc.batchUpdate(
                """
                insert into answers.tally
                    (campaign, key_group, question, option, counts, n, sum, squares, cant_judge)
                values (:campaign, :key, :question, :option, :counts::jsonb, :n, :sum, :squares,
                        :unjudged)
                """,
                rows.toArray(SqlParameterSource[]::new));
        jdbc.batchUpdate(
                """
                insert into answers.turnout (campaign, key_group, answered, withdrawn)
                values (:campaign, :key, :answered, :withdrawn)
                """,
                turnout.toArray(SqlParameterSource[]::new));
        List<String> places = spool.slots(campaign.id()).stream().map(Slot::hash).toList();
        // Places of known people are hashes of what is known, so they are not told.
        List<String> spent = campaign.mode() == Mode.ANONYMOUS ? places : List.of();
        jdbc.update(
                """
                insert into answers.destruction (campaign, files, spent, merkle_root)
                values (:campaign, :files, :spent, :root)
                """,
                new MapSqlParameterSource("campaign", id)
                        .addValue("files", places.size())
                        .addValue("spent", spent.toArray(String[]::new))
                        .addValue("root", MerkleTree.root(spent)));
    }

    private SqlParameterSource row(long campaign, String key, Tally.Of of, Sums sums) {
        return new MapSqlParameterSource("campaign", campaign)
                .addValue("key", key)
                .addValue("question", of.question())
                .addValue("option", of.option())
                .addValue("counts", json.writeValueAsString(sums.counts()))
                .addValue("n", sums.n())
                .addValue("sum", sums.sum())
                .addValue("squares", sums.squares())
                .addValue("unjudged", sums.cantJudge());
    }
}
