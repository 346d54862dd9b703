package io.kollega.waves;

import io.kollega.answers.Sums;
import io.kollega.answers.Tallies;
import io.kollega.organization.Organization;
import io.kollega.organization.Unit;
import io.kollega.organization.UnitId;
import io.kollega.surveys.Campaign;
import io.kollega.surveys.Campaigns;
import io.kollega.surveys.Form;
import io.kollega.surveys.KeyGroup;
import io.kollega.surveys.Option;
import io.kollega.surveys.Question;
import io.kollega.surveys.Section;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import kollega.measurement.Interval;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What may be shown of closed campaigns. The only way by which their figures leave. */
@Component
class Findings {
    private static final String ALIKE =
            "hidden: nearly everyone answered alike, so the figure would tell what each of them said";
    private static final Interval AGREEMENT = new Interval(1, 5);

    private final Campaigns campaigns;
    private final Tallies tallies;
    private final Organization organization;

    Findings(Campaigns campaigns, Tallies tallies, Organization organization) {
        this.campaigns = campaigns;
        this.tallies = tallies;
        this.organization = organization;
    }

    /** What is measured: sums of a question under an option, and the option that is shown. */
    private record Asked(
            String question, String under, @Nullable String option, List<Gauge> gauges) {}

    /**
     * All figures of a closed campaign, in the order of its questions.
     *
     * @param byUnit whether units that were asked are shown besides the whole
     */
    List<Finding> of(Campaign campaign, boolean byUnit) {
        List<KeyGroup> groups = campaigns.groups(campaign.id());
        List<Unit> units = organization.units(organization.today());
        Map<UnitId, Set<UnitId>> branches =
                byUnit ? branches(units, campaigns.invited(campaign.id()).keySet()) : Map.of();
        Map<String, Map<String, Map<String, Sums>>> lines = new HashMap<>();
        tallies.lines(campaign.id())
                .forEach(line ->
                        lines.computeIfAbsent(line.question(), _ -> new HashMap<>())
                                .put(line.option(), line.byGroup()));
        List<Finding> findings = new ArrayList<>();
        for (Section section : campaigns.sheet(campaign).instrument().sections()) {
            for (Asked asked : asked(section)) {
                Groups joined =
                        new Groups(
                                groups,
                                units,
                                lines.getOrDefault(asked.question(), Map.of())
                                        .getOrDefault(asked.under(), Map.of()),
                                campaign.threshold());
                for (Gauge gauge : asked.gauges()) {
                    findings.add(finding(asked, gauge, null, joined.all()));
                    branches.forEach((unit, branch) ->
                            findings.add(finding(asked, gauge, unit, joined.of(branch))));
                }
            }
        }
        return findings;
    }

    private static Finding finding(
            Asked asked, Gauge gauge, @Nullable UnitId unit, Groups.Shown shown) {
        Long id = unit == null ? null : (Long) unit.value();
        return switch (shown) {
            case Groups.Shown.Hidden(var reason) -> withheld(asked, gauge, id, reason.sentence());
            case Groups.Shown.Together(var sums) ->
                    gauge.reading()
                            .of(sums)
                            .<Finding>map(estimate ->
                                    new Finding.Published(
                                            asked.question(),
                                            gauge.measure(),
                                            asked.option(),
                                            id,
                                            sums.n(),
                                            sums.cantJudge(),
                                            estimate.value(),
                                            estimate.low(),
                                            estimate.high()))
                            .orElseGet(() -> withheld(asked, gauge, id, ALIKE));
        };
    }

    private static Finding withheld(Asked asked, Gauge gauge, @Nullable Long unit, String reason) {
        return new Finding.Withheld(
                asked.question(), gauge.measure(), asked.option(), unit, reason);
    }

    private static List<Asked> asked(Section section) {
        List<Asked> asked = new ArrayList<>();
        section.questions().forEach(question -> asked.addAll(asked(question)));
        if (section.questions().stream().anyMatch(it -> it.form() instanceof Form.Agreement)) {
            String code = Tallies.SECTION + section.code();
            asked.add(new Asked(code, "", null, List.of(Gauge.mean(AGREEMENT), Gauge.index())));
            asked.add(new Asked(code, Tallies.FAVOURABLE, null, List.of(Gauge.favourableInMean())));
        }
        return asked;
    }

    private static List<Asked> asked(Question question) {
        String code = question.code();
        return switch (question.form()) {
            case Form.Score _ ->
                    List.of(
                            new Asked(
                                    code,
                                    "",
                                    null,
                                    List.of(Gauge.nps(), Gauge.mean(new Interval(0, 10)))));
            case Form.Agreement(var rows, _) -> {
                List<Gauge> gauges =
                        List.of(Gauge.favourable(), Gauge.mean(AGREEMENT), Gauge.index());
                yield rows.isEmpty()
                        ? List.of(new Asked(code, "", null, gauges))
                        : rows.stream()
                                .map(row -> new Asked(code, row.code(), row.code(), gauges))
                                .toList();
            }
            case Form.Choice(var options, var several) -> shares(code, options, several);
            case Form.Situation(var options, _) -> shares(code, options, false);
            case Form.Ranking(var options) -> means(code, options, new Interval(1, options.size()));
            case Form.Points(var options, var total) ->
                    means(code, options, new Interval(0, total));
            case Form.Number(var min, var max) ->
                    List.of(
                            new Asked(
                                    code,
                                    "",
                                    null,
                                    List.of(
                                            Gauge.mean(
                                                    new Interval(
                                                            min == null ? -Double.MAX_VALUE : min,
                                                            max == null
                                                                    ? Double.MAX_VALUE
                                                                    : max)))));
            case Form.Knowledge _ -> List.of(new Asked(code, "", null, List.of(Gauge.right())));
            case Form.Day _, Form.Text _ -> List.of();
        };
    }

    /** How many chose each option. */
    private static List<Asked> shares(String code, List<Option> options, boolean several) {
        return options.stream()
                .map(Option::code)
                .map(it -> new Asked(code, "", it, List.of(Gauge.share(it, several))))
                .toList();
    }

    /** What each option was given. */
    private static List<Asked> means(String code, List<Option> options, Interval scale) {
        return options.stream()
                .map(Option::code)
                .map(it -> new Asked(code, it, it, List.of(Gauge.mean(scale))))
                .toList();
    }

    /** Of each unit that was asked, or has such below it, the units of its branch. */
    private static Map<UnitId, Set<UnitId>> branches(List<Unit> units, Set<UnitId> invited) {
        Map<UnitId, UnitId> parents = new HashMap<>();
        units.forEach(unit -> {
            UnitId parent = unit.parent();
            if (parent != null) {
                parents.put(unit.id(), parent);
            }
        });
        Map<UnitId, Set<UnitId>> branches = new LinkedHashMap<>();
        for (UnitId unit : invited.stream().sorted().toList()) {
            UnitId above = unit;
            while (above != null) {
                branches.computeIfAbsent(above, _ -> new LinkedHashSet<>()).add(unit);
                above = parents.get(above);
            }
        }
        return branches;
    }
}
