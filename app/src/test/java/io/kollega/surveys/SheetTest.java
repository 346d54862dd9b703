package io.kollega.surveys;

import static org.assertj.core.api.Assertions.assertThat;

import io.kollega.surveys.InstrumentReader.Reading;
import io.kollega.surveys.Sheet.Checked;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.json.JsonMapper;

/** Which answers fit which kind of question, and what is asked after which answers. */
class SheetTest {
    private static final JsonMapper JSON = new JsonMapper();
    private static final String OPTIONS = options("a", "b", "c");

    private static String options(String... codes) {
        return "["
                + String.join(
                        ",",
                        List.of(codes).stream()
                                .map(code -> "{'code':'%s','text':{'ru':'x'}}".formatted(code))
                                .toList())
                + "]";
    }

    private static Reading read(String... questions) {
        return InstrumentReader.read(
                JSON.readTree(
                        """
                        {'code':'t','languages':['ru'],'title':{'ru':'x'},
                         'sections':[{'code':'s','title':{'ru':'x'},'questions':[%s]}]}
                        """
                                .formatted(String.join(",", questions))
                                .replace('\'', '"')));
    }

    private static String question(String code, String kind, String more) {
        return "{'code':'%s','kind':'%s','text':{'ru':'x'}%s}"
                .formatted(code, kind, more.isEmpty() ? "" : "," + more);
    }

    private static Sheet sheet(String... questions) {
        return Sheet.of(((Reading.Good) read(questions)).instrument());
    }

    private static List<String> faults(Sheet sheet, String answers) {
        return sheet.check(JSON.readTree(answers.replace('\'', '"')))
                        instanceof Checked.Wrong(var faults)
                ? faults.stream().map(Fault::place).toList()
                : List.of();
    }

    private static List<String> wrong(String... questions) {
        return read(questions) instanceof Reading.Bad(var faults)
                ? faults.stream().map(Fault::place).toList()
                : List.of();
    }

    @ParameterizedTest(name = "{0} {1} answered {2}")
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "score     |                           | 0                     | true",
                "score     |                           | 10                    | true",
                "score     |                           | -1                    | false",
                "score     |                           | 11                    | false",
                "score     |                           | 5.5                   | false",
                "score     |                           | '5'                   | false",
                "agreement |                           | 1                     | true",
                "agreement |                           | 5                     | true",
                "agreement |                           | 0                     | false",
                "agreement |                           | 6                     | false",
                "agreement |                           | 'cant-judge'          | true",
                "agreement |                           | 'other'               | false",
                "agreement | 'rows':OPTIONS            | {'a':1,'b':5,'c':'cant-judge'} | true",
                "agreement | 'rows':OPTIONS            | {'a':1,'b':5}         | false",
                "agreement | 'rows':OPTIONS            | {'a':1,'b':5,'c':6}   | false",
                "agreement | 'rows':OPTIONS            | {'a':1,'b':5,'c':1,'d':1} | false",
                "choice    | 'options':OPTIONS         | 'a'                   | true",
                "choice    | 'options':OPTIONS         | 'd'                   | false",
                "choice    | 'options':OPTIONS         | ['a']                 | false",
                "choice    | 'options':OPTIONS,'multiple':true | ['a','c']     | true",
                "choice    | 'options':OPTIONS,'multiple':true | ['a','a']     | false",
                "choice    | 'options':OPTIONS,'multiple':true | []            | false",
                "choice    | 'options':OPTIONS,'multiple':true | 'a'           | false",
                "ranking   | 'options':OPTIONS         | ['c','a','b']         | true",
                "ranking   | 'options':OPTIONS         | ['c','a']             | false",
                "ranking   | 'options':OPTIONS         | ['c','a','a']         | false",
                "points    | 'options':OPTIONS         | {'a':60,'b':40}       | true",
                "points    | 'options':OPTIONS         | {'a':60,'b':39}       | false",
                "points    | 'options':OPTIONS         | {'a':101,'b':-1}      | false",
                "points    | 'options':OPTIONS         | {'a':60,'d':40}       | false",
                "points    | 'options':OPTIONS,'total':10 | {'a':3.5,'c':6.5}  | true",
                "number    | 'min':1,'max':3           | 1                     | true",
                "number    | 'min':1,'max':3           | 3                     | true",
                "number    | 'min':1,'max':3           | 3.01                  | false",
                "number    | 'min':1,'max':3           | 0.99                  | false",
                "number    |                           | 'x'                   | false",
                "date      |                           | '2028-02-29'          | true",
                "date      |                           | '2026-02-29'          | false",
                "date      |                           | '29.02.2028'          | false",
                "text      | 'longest':3               | 'абв'                 | true",
                "text      | 'longest':3               | 'абвг'                | false",
                "text      | 'longest':3               | 7                     | false",
                "knowledge | 'options':OPTIONS,'right':['a','b'] | ['b','a']   | true",
                "knowledge | 'options':OPTIONS,'right':['a'] | 'c'             | true",
                "knowledge | 'options':OPTIONS,'right':['a'] | 'd'             | false"
            })
    void takesWhatFits(String kind, String more, String answer, boolean fits) {
        Sheet sheet =
                sheet(question("q", kind, more == null ? "" : more.replace("OPTIONS", OPTIONS)));
        assertThat(faults(sheet, "{'q':" + answer + "}"))
                .isEqualTo(fits ? List.of() : List.of("q"));
    }

    @Test
    void knowsWhatIsRight() {
        Form.Knowledge knowledge =
                (Form.Knowledge)
                        sheet(
                                        question(
                                                "q",
                                                "knowledge",
                                                "'options':" + OPTIONS + ",'right':['a','b']"))
                                .instrument()
                                .questions()
                                .findFirst()
                                .orElseThrow()
                                .form();
        assertThat(knowledge.isRight(JSON.readTree("[\"b\",\"a\"]"))).isTrue();
        assertThat(knowledge.isRight(JSON.readTree("[\"a\"]"))).isFalse();
        assertThat(knowledge.isRight(JSON.readTree("[\"a\",\"b\",\"c\"]"))).isFalse();
        assertThat(knowledge.isRight(JSON.readTree("\"a\""))).isFalse();
    }

    @Test
    void asksByEarlierAnswersAlone() {
        Sheet sheet =
                sheet(
                        question("nps", "score", ""),
                        question("grid", "agreement", "'rows':" + OPTIONS),
                        question("why", "text", "'required':true,'when':'nps <= 6'"),
                        question("row", "text", "'when':'grid.a >= 4 || nps == 0'"),
                        question("not", "text", "'when':'!(nps > 6)'"));
        assertThat(faults(sheet, "{}")).isEmpty();
        assertThat(faults(sheet, "{'nps':7}")).isEmpty();
        assertThat(faults(sheet, "{'nps':6}")).containsExactly("why");
        assertThat(faults(sheet, "{'nps':6,'why':' '}")).containsExactly("why");
        assertThat(faults(sheet, "{'nps':6,'why':'x','not':'x'}")).isEmpty();
        assertThat(faults(sheet, "{'why':'x'}")).containsExactly("why");
        // What is not answered makes a condition false, whatever it says.
        assertThat(faults(sheet, "{'not':'x'}")).containsExactly("not");
        assertThat(faults(sheet, "{'nps':0,'why':'x','row':'x'}")).containsExactly("row");
        String judged = "{'nps':9,'grid':{'a':4,'b':1,'c':1},'row':'x'}";
        assertThat(faults(sheet, judged)).isEmpty();
        assertThat(faults(sheet, judged.replace("'a':4", "'a':3"))).containsExactly("row");
        assertThat(faults(sheet, judged.replace("'a':4", "'a':'cant-judge'")))
                .containsExactly("row");
        assertThat(faults(sheet, "{'other':1}")).containsExactly("other");
    }

    @Test
    void refusesConditionsThatCanNotBeTold() {
        String score = question("nps", "score", "");
        String at = "sections[0].questions[1].when";
        assertThat(wrong(score, question("b", "score", "'when':'nps'"))).containsExactly(at);
        assertThat(wrong(score, question("b", "score", "'when':'b > 1'"))).containsExactly(at);
        assertThat(wrong(score, question("b", "score", "'when':'nps > '"))).containsExactly(at);
        assertThat(wrong(score, question("b", "score", "'when':'nps == \\\\u0022x\\\\u0022'")))
                .containsExactly(at);
        assertThat(wrong(score, question("b", "score", "'when':7"))).containsExactly(at);
    }

    @Test
    void refusesQuestionsThatCanNotBeAnswered() {
        String place = "sections[0].questions[0]";
        assertThat(wrong(question("q", "number", "'min':3,'max':1")))
                .containsExactly(place + ".max");
        assertThat(wrong(question("q", "points", "'options':" + OPTIONS + ",'total':0")))
                .containsExactly(place + ".total");
        assertThat(wrong(question("q", "knowledge", "'options':" + OPTIONS + ",'right':['d']")))
                .containsExactly(place + ".right");
        assertThat(wrong(question("q", "situation", "'options':" + OPTIONS)))
                .containsExactly(
                        place + ".options[0].weights",
                        place + ".options[1].weights",
                        place + ".options[2].weights");
        assertThat(wrong(question("q", "choice", "'options':" + options("a", "a"))))
                .containsExactly(place + ".options[1].code");
        assertThat(wrong(question("q", "score", ""), question("q", "score", "")))
                .containsExactly("sections[0].questions[1].code");
    }
}
