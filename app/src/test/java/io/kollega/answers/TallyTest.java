package io.kollega.answers;

import static org.assertj.core.api.Assertions.assertThat;

import io.kollega.answers.Tally.Of;
import io.kollega.surveys.Form;
import io.kollega.surveys.Instrument;
import io.kollega.surveys.Option;
import io.kollega.surveys.Question;
import io.kollega.surveys.Section;
import io.kollega.surveys.Texts;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

/** Answers added up. */
class TallyTest {
    private static final Texts TEXT = new Texts(Map.of("ru", "x"));
    private static final List<Option> OPTIONS =
            List.of(new Option("a", TEXT), new Option("b", TEXT));

    private final Tally tally =
            new Tally(
                    new Instrument(
                            "t",
                            List.of("ru"),
                            TEXT,
                            List.of(
                                    new Section(
                                            "s",
                                            TEXT,
                                            null,
                                            List.of(
                                                    question(
                                                            "plain",
                                                            new Form.Agreement(List.of(), false)),
                                                    question(
                                                            "turned",
                                                            new Form.Agreement(List.of(), true)),
                                                    question(
                                                            "grid",
                                                            new Form.Agreement(OPTIONS, false)),
                                                    question("rank", new Form.Ranking(OPTIONS)),
                                                    question(
                                                            "points",
                                                            new Form.Points(OPTIONS, 100)),
                                                    question(
                                                            "many", new Form.Choice(OPTIONS, true)),
                                                    question(
                                                            "know",
                                                            new Form.Knowledge(
                                                                    OPTIONS, Set.of("a"), 1)),
                                                    question("said", new Form.Text(100)))))));

    private static Question question(String code, Form form) {
        return new Question(code, TEXT, false, null, form);
    }

    private void add(String answers) {
        tally.add(new JsonMapper().readTree(answers.replace('\'', '"')));
    }

    private Sums sums(String question, String option) {
        return Objects.requireNonNull(tally.sums().get(new Of(question, option)));
    }

    @Test
    void addsUpWhatEachKindGives() {
        add(
                """
                {'plain':5,'turned':5,'grid':{'a':4,'b':'cant-judge'},'rank':['b','a'],
                 'points':{'a':100},'many':['a','b'],'know':'a','said':'secret'}
                """);
        add("{'plain':1,'turned':2,'rank':['b','a'],'points':{'a':40,'b':60},'know':'b'}");
        tally.add(null);
        assertThat(tally.answered()).isEqualTo(2);
        assertThat(tally.withdrawn()).isEqualTo(1);
        assertThat(sums("plain", "")).isEqualTo(new Sums(Map.of("1", 1L, "5", 1L), 2, 6, 26, 0));
        assertThat(sums("turned", "")).isEqualTo(new Sums(Map.of("1", 1L, "4", 1L), 2, 5, 17, 0));
        assertThat(sums("grid", "a").count("4")).isEqualTo(1);
        assertThat(sums("grid", "b")).isEqualTo(new Sums(Map.of(), 0, 0, 0, 1));
        assertThat(sums("rank", "b")).isEqualTo(new Sums(Map.of("1", 2L), 2, 2, 2, 0));
        assertThat(sums("points", "b")).isEqualTo(new Sums(Map.of(), 2, 60, 3600, 0));
        assertThat(sums("many", "")).isEqualTo(new Sums(Map.of("a", 1L, "b", 1L), 1, 0, 0, 0));
        assertThat(sums("know", ""))
                .isEqualTo(new Sums(Map.of("right", 1L, "wrong", 1L), 2, 0, 0, 0));
        assertThat(tally.sums().keySet()).noneMatch(of -> of.question().equals("said"));
    }

    @Test
    void takesMeansOfEachPersonForASection() {
        // 5, turned to 1, 4: the mean is 10 / 3, two of three favourable.
        add("{'plain':5,'turned':5,'grid':{'a':4,'b':'cant-judge'}}");
        add("{'plain':2}");
        add("{'plain':'cant-judge'}");
        add("{'know':'a'}");
        Sums means = sums("SECTION:s", "");
        assertThat(means.n()).isEqualTo(2);
        assertThat(means.cantJudge()).isEqualTo(1);
        assertThat(means.sum()).isEqualTo(10.0 / 3 + 2);
        assertThat(sums("SECTION:s", Tallies.FAVOURABLE).sum()).isEqualTo(2.0 / 3);
    }
}
