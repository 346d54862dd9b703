package io.kollega.answers;

import io.kollega.surveys.CampaignId;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** What is left of the answers of closed campaigns. It may not be shown as it is. */
@Component
public class Tallies {
    /** Before the code of a section, where the code of a question stands. */
    public static final String SECTION = "SECTION:";

    /** The option of a section's line that sums each person's share of favourable answers. */
    public static final String FAVOURABLE = "favourable";

    private static final TypeReference<Map<String, Long>> COUNTS = new TypeReference<>() {};

    private final JdbcClient jdbc;
    private final JsonMapper json;

    Tallies(JdbcClient jdbc, JsonMapper json) {
        this.jdbc = jdbc;
        this.json = json;
    }

    /**
     * Sums of a question, by the groups of those who share a key.
     *
     * @param question its code, or {@link #SECTION} and that of a section
     * @param option an option or row; {@link #FAVOURABLE} of a section; or empty
     */
    public record Line(String question, String option, Map<String, Sums> byGroup) {}

    /** All sums of a closed campaign. */
    public List<Line> lines(CampaignId id) {
        record Of(String question, String option) {}
        record Row(Of of, String group, Sums sums) {}
        Map<String, Map<String, Line>> lines = new TreeMap<>();
        jdbc.sql(
                        """
                        select question, option, key_group, counts::text, n, sum, squares, cant_judge
                        from answers.tally where campaign = ?
                        """)
                .param(id.value())
                .query((row, _) ->
                        new Row(
                                new Of(row.getString("question"), row.getString("option")),
                                row.getString("key_group"),
                                new Sums(
                                        json.readValue(row.getString("counts"), COUNTS),
                                        row.getLong("n"),
                                        row.getDouble("sum"),
                                        row.getDouble("squares"),
                                        row.getLong("cant_judge"))))
                .list()
                .forEach(row ->
                        lines.computeIfAbsent(row.of().question(), _ -> new TreeMap<>())
                                .computeIfAbsent(
                                        row.of().option(),
                                        option ->
                                                new Line(
                                                        row.of().question(),
                                                        option,
                                                        new TreeMap<>()))
                                .byGroup()
                                .put(row.group(), row.sums()));
        return lines.values().stream().flatMap(it -> it.values().stream()).toList();
    }

    /** How many answered a closed campaign; what was withdrawn doesn't count. */
    public int answered(CampaignId id) {
        return jdbc.sql("select coalesce(sum(answered), 0) from answers.turnout where campaign = ?")
                .param(id.value())
                .query(Integer.class)
                .single();
    }

    /**
     * By what everyone can check that their answer was counted.
     *
     * @param root of the Merkle tree over the hashes, in hex
     * @param hashes SHA-256 of all messages spent, in hex, in their order; none in campaigns that
     *     are not anonymous
     */
    public record Spent(String root, List<String> hashes) {
        public Spent {
            hashes = List.copyOf(hashes);
        }
    }

    /** What was spent in a closed campaign. */
    public Spent spent(CampaignId id) {
        return jdbc.sql("select merkle_root, spent from answers.destruction where campaign = ?")
                .param(id.value())
                .query((row, _) ->
                        new Spent(
                                row.getString("merkle_root"),
                                List.of((String[]) row.getArray("spent").getArray())))
                .single();
    }
}
